#include "core/ask/catalogue.hpp"

#include "core/ask/instant.hpp"
#include "core/ask/questions.hpp"
#include "core/model/experiment.hpp"
#include "core/model/form_2003.hpp"
#include "core/model/recording.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/schema/digits.hpp"
#include "core/schema/merge.hpp"
#include "core/schema/units.hpp"
#include "core/sweep/diagram.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/train/spikes.hpp"

namespace izh {

Value schema() {
  Value::Object result;
  add_schema(result, shape<Experiment>(), "");
  result.push_back({"questions", question_schemas()});
  result.push_back({"units", unit_tables()});
  return result;
}

Value tables() {
  const auto table = [](const Shape& shape) {
    Value::List list;
    for (const Entry& entry : shape.fields) list.push_back(Value::Object{{"name", entry.name}, {"unit", entry.unit}});
    return list;
  };
  Value::List stability;
  for (std::size_t i = 0; i < stabilities; ++i) stability.push_back(names(static_cast<Stability>(i)));
  Value::List course;
  for (std::size_t i = 0; i < courses; ++i) course.push_back(names(static_cast<Course>(i)));
  Value::List swept;
  for (std::size_t i = 0; i < swept_doings; ++i) swept.push_back(names(static_cast<SweptDoes>(i)));
  return Value::Object{{"recording", table(shape<Recording>())},
                       {"measures", table(shape<Measures>())},
                       {"rate_curve", table(shape<RateCurve>())},
                       {"instant", table(shape<Instant>())},
                       {"fixed_point", table(shape<FixedPoint>())},
                       {"fi_curve", table(shape<FiCurve>())},
                       {"onset", table(shape<Onset>())},
                       {"strength_duration", table(shape<StrengthDuration>())},
                       {"sweep_part", table(shape<SweepPart>())},
                       {"form_2003", table(shape<Form2003>())},
                       {"stability", stability},
                       {"course", course},
                       {"swept", swept},
                       {"digits", digit_tables()},
                       {"model", model_text}};
}

}  // namespace izh
