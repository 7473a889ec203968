//! Geometry from `chart` as SVG, each with its sentence and its table.

mod lorenz_chart;
mod pareto_chart;
mod plot;
mod tier_chart;

pub(crate) use lorenz_chart::LorenzChart;
pub(crate) use pareto_chart::ParetoChart;
pub(crate) use plot::{px, text_width, use_width};
pub(crate) use tier_chart::{TierChart, limit_name};
