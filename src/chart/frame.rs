//! Where on the drawing the plot lies.

/// The size of a drawing and the edges of the plot in it, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// Left edge of the plot: where the vertical axis stands.
    pub left: f64,
    /// Right edge of the plot.
    pub right: f64,
    /// Top edge of the plot: 100 %.
    pub top: f64,
    /// Bottom edge of the plot: 0.
    pub bottom: f64,
}

/// Below this width in pixels a drawing has fewer ticks and shorter words.
pub const NARROW: f64 = 560.0;
/// Nothing is drawn for less width than this.
const LEAST: f64 = 200.0;
/// Room under the plot for ticks and what they count.
const UNDER: f64 = 46.0;

impl Frame {
    /// The frame of a drawing so wide, with `headroom` pixels over the plot. `height_ratio` is plot
    /// height by width on a wide page; a narrow one is relatively higher.
    #[must_use]
    pub fn of_width(width: f64, headroom: f64, height_ratio: f64) -> Self {
        let width = width.max(LEAST);
        let is_narrow = width < NARROW;
        let left = if is_narrow { 34.0 } else { 40.0 };
        let plot_height = (width * height_ratio).clamp(240.0, 800.0 * height_ratio);
        Self {
            width,
            height: headroom + plot_height + UNDER,
            left,
            right: width - if is_narrow { 8.0 } else { 12.0 },
            top: headroom,
            bottom: headroom + plot_height,
        }
    }

    /// Room is scarce: fewer ticks, shorter words.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.width < NARROW
    }

    /// Width of the plot.
    #[must_use]
    pub fn plot_width(&self) -> f64 {
        self.right - self.left
    }

    /// Height of the plot.
    #[must_use]
    pub fn plot_height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The x of a place between 0 (left edge) and 1 (right edge).
    #[must_use]
    pub fn x(&self, ratio: f64) -> f64 {
        self.left + ratio * self.plot_width()
    }

    /// The y of a share between 0 (bottom) and 1 (top).
    #[must_use]
    pub fn y(&self, share: f64) -> f64 {
        self.bottom - share * self.plot_height()
    }

    /// The place between 0 and 1 at an x; outside the plot the nearest edge.
    #[must_use]
    pub fn ratio_at(&self, x: f64) -> f64 {
        ((x - self.left) / self.plot_width()).clamp(0.0, 1.0)
    }
}
