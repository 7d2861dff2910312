// tests/golden.hpp: the runs of tests/reference/spike-times.json as Experiments, with the expected results.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/model/experiment.hpp"
#include "golden_json.hpp"

namespace izh {

struct Golden {
  std::string id;
  Experiment experiment;
  std::vector<double> spikes;
  State final;
  double half_ulp_floor;  // ms: how far rounding the inputs to doubles alone may shift a spike
  double final_scale;     // mV: sum of |p dv/dp| at the end
};

inline std::vector<Golden> golden_cases() {
  const auto json = nlohmann::json::parse(golden_json);
  std::vector<Golden> cases;
  for (const auto& one : json.at("cases")) {
    const auto number = [&](const char* part, const char* name) { return one.at(part).at(name).get<double>(); };
    const auto parameter = [&](const char* name) { return number("parameters", name); };
    Golden golden;
    golden.id = one.at("id").get<std::string>();
    golden.experiment.cell = {parameter("C"), parameter("k"), parameter("vr"), parameter("vt"), parameter("vpeak"),
                              parameter("a"), parameter("b"), parameter("c"),  parameter("d")};
    golden.experiment.initial = At{number("initial", "v"), number("initial", "u")};
    golden.experiment.duration = one.at("duration").get<double>();
    const double from = number("stimulus", "from"), to = number("stimulus", "to"), onset = number("stimulus", "onset");
    if (from == to)
      golden.experiment.stimulus = {Step{from, onset, {}}};
    else
      golden.experiment.stimulus = {Ramp{from, to, onset, golden.experiment.duration - onset}};
    golden.experiment.solver = Exact{};
    golden.spikes = one.at("spikes").get<std::vector<double>>();
    golden.final = {number("final", "v"), number("final", "u")};
    golden.half_ulp_floor = one.at("half_ulp_floor").get<double>();
    golden.final_scale = one.at("final_scale").get<double>();
    cases.push_back(std::move(golden));
  }
  return cases;
}

inline Golden golden_case(const std::string& id) {
  for (Golden& golden : golden_cases())
    if (golden.id == id) return golden;
  throw std::invalid_argument("golden_case: there is no " + id);
}

}  // namespace izh
