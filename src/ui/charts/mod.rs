//! Geometry from `chart` as SVG, each with its sentence and its table.

mod pareto_chart;
mod plot;

pub(crate) use pareto_chart::ParetoChart;
