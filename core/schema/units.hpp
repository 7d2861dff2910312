// core/schema/units.hpp: the units that a number may be entered in, so that it can be converted to the field's own.
#pragma once

#include "core/schema/value.hpp"

namespace izh {

/// An SI prefix: in front of a symbol it multiplies the unit by 10^power.
struct Prefix {
  const char* symbol;
  int power;
};

/// What a unit or a quantity measures, as exponents of ampere, volt and second.
struct Dimension {
  int ampere, volt, second;
};

/// A unit without a prefix. All of them are coherent (1 S = 1 A/V, 1 F = 1 A s/V), so any two of one dimension convert
/// by a power of ten.
struct UnitSymbol {
  const char* symbol;
  Dimension of;
};

/// A quantity by name, so that a message can say what a unit of the wrong kind measures.
struct NamedDimension {
  const char* id;
  Dimension of;
};

/// The prefixes from femto to giga. Micro may be written as the micro sign, the Greek letter or u.
inline constexpr Prefix prefixes[] = {{"f", -15}, {"p", -12}, {"n", -9}, {"\u00b5", -6}, {"\u03bc", -6},
                                      {"u", -6},  {"m", -3},  {"k", 3},  {"M", 6},       {"G", 9}};

/// The symbols in every spelling in use: NeuroML writes ohm, papers msec, Brian mvolt, pamp, nsiemens and so on; the
/// ohm sign is not the letter omega.
inline constexpr UnitSymbol unit_symbols[] = {
    {"A", {1, 0, 0}},        {"V", {0, 1, 0}},       {"s", {0, 0, 1}},     {"sec", {0, 0, 1}},
    {"S", {1, -1, 0}},       {"F", {1, -1, 1}},      {"C", {1, 0, 1}},     {"Hz", {0, 0, -1}},
    {"\u03a9", {-1, 1, 0}},  {"\u2126", {-1, 1, 0}}, {"ohm", {-1, 1, 0}},  {"Ohm", {-1, 1, 0}},
    {"amp", {1, 0, 0}},      {"ampere", {1, 0, 0}},  {"volt", {0, 1, 0}},  {"second", {0, 0, 1}},
    {"siemens", {1, -1, 0}}, {"farad", {1, -1, 1}},  {"hertz", {0, 0, -1}}};

/// The quantities that the fields of the schema measure, and others that people may enter by mistake.
inline constexpr NamedDimension quantities[] = {
    {"current", {1, 0, 0}},      {"voltage", {0, 1, 0}},      {"time", {0, 0, 1}},
    {"conductance", {1, -1, 0}}, {"capacitance", {1, -1, 1}}, {"rate", {0, 0, -1}},
    {"resistance", {-1, 1, 0}},  {"charge", {1, 0, 1}},       {"conductance per voltage", {1, -2, 0}}};

/// These tables for JavaScript: {prefixes: [{symbol, power}], symbols: [{symbol, of}], quantities: [{id, of}]}, where
/// `of` is [ampere, volt, second]. Units are products and quotients of prefixed symbols: nS/mV, 1/ms, nS_per_mV.
Value unit_tables();

}  // namespace izh
