//! The routes of the page as hashes: `#/see`, `#/care/2/contacts`.

use crate::domain::care::Question;

/// Where the user is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    #[default]
    Start,
    /// Step 1.
    Bring,
    /// Step 2.
    See,
    /// Step 3.
    Sort,
    /// Who the customers of a tier are, a page of step 3.
    Profiles,
    /// Step 4: one question of one tier.
    Care {
        /// The tier, from 0.
        tier: usize,
        /// The question.
        question: Question,
    },
    /// Step 5.
    Follow,
    /// The handbook, to print.
    Handbook,
}

impl Route {
    /// The five steps, in order, as the stepper shows them.
    pub const STEPS: [Self; 5] = [
        Self::Bring,
        Self::See,
        Self::Sort,
        Self::Care {
            tier: 0,
            question: Question::Aim,
        },
        Self::Follow,
    ];

    /// The place in the stepper; `None` for the start page.
    #[must_use]
    pub const fn step(self) -> Option<usize> {
        match self {
            Self::Start => None,
            Self::Bring => Some(0),
            Self::See => Some(1),
            Self::Sort | Self::Profiles => Some(2),
            Self::Care { .. } => Some(3),
            Self::Follow | Self::Handbook => Some(4),
        }
    }

    /// The hash that leads here, with its `#`.
    #[must_use]
    pub fn href(self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Bring => "#/bring".to_owned(),
            Self::See => "#/see".to_owned(),
            Self::Sort => "#/sort".to_owned(),
            Self::Profiles => "#/sort/profiles".to_owned(),
            Self::Care { tier, question } => format!("#/care/{}/{}", tier + 1, slug(question)),
            Self::Follow => "#/follow".to_owned(),
            Self::Handbook => "#/handbook".to_owned(),
        }
    }

    /// Where a hash leads; anything unknown is the start page.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches('#').trim_matches('/').split('/');
        match parts.next().unwrap_or_default() {
            "bring" => Self::Bring,
            "see" => Self::See,
            "sort" => match parts.next() {
                Some("profiles") => Self::Profiles,
                _ => Self::Sort,
            },
            "care" => {
                let tier = parts
                    .next()
                    .and_then(|it| it.parse::<usize>().ok())
                    .unwrap_or(1);
                let name = parts.next().unwrap_or_default();
                let question = Question::ALL
                    .into_iter()
                    .find(|it| slug(*it) == name)
                    .unwrap_or(Question::Aim);
                Self::Care {
                    tier: tier.clamp(1, 5) - 1,
                    question,
                }
            }
            "follow" => Self::Follow,
            "handbook" => Self::Handbook,
            _ => Self::Start,
        }
    }
}

/// The name of a question in the address; the same in every language.
const fn slug(question: Question) -> &'static str {
    match question {
        Question::Aim => "aim",
        Question::Needs => "needs",
        Question::Owner => "owner",
        Question::Service => "service",
        Question::Contacts => "contacts",
        Question::Extras => "extras",
        Question::NotDone => "not-done",
        Question::Goals => "goals",
    }
}
