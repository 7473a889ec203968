//! Geometry from `chart` as SVG, each with its sentence and its table.

mod pareto_chart;
mod plot;
mod tier_chart;

pub(crate) use pareto_chart::ParetoChart;
pub(crate) use tier_chart::{TierChart, limit_name};
