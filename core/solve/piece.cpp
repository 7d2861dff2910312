#include "core/solve/piece.hpp"

namespace izh::taylor {

template double crossing<order>(const Piece<order>& piece, double peak, double high);
template double grazing<order>(const Piece<order>& piece, double peak, double length);

}  // namespace izh::taylor
