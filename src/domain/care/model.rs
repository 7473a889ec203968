//! The care model of one tier: the answers to eight questions.
//!
//! To add a question: a variant in [`Question::ALL`], its fields, an arm in [`CareModel::answered`];
//! the compiler names the rest.

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use crate::domain::money::Money;

/// The questions of the guided walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// What we want with these customers.
    Aim,
    /// What they need, and how we know.
    Needs,
    /// Who looks after them.
    Owner,
    /// Through which channel they are served, and how fast we answer.
    Service,
    /// How often we are in touch, how, and for how long.
    Contacts,
    /// What extra they get.
    Extras,
    /// What we do not do for this tier.
    NotDone,
    /// How we know that it works.
    Goals,
}

impl Question {
    /// In the order of the walk.
    pub const ALL: [Self; 8] = [
        Self::Aim,
        Self::Needs,
        Self::Owner,
        Self::Service,
        Self::Contacts,
        Self::Extras,
        Self::NotDone,
        Self::Goals,
    ];
}

/// What one tier is promised. An empty model has answered nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct CareModel {
    /// What we want with these customers.
    pub aim: String,
    /// What they need.
    pub needs: String,
    /// How we know what they need.
    pub evidence: Vec<Evidence>,
    /// How sure we are of it.
    pub sureness: Option<Sureness>,
    /// Ids of the people who own this tier's customers.
    pub owners: Vec<u32>,
    /// How they are served.
    pub channel: Option<Channel>,
    /// We answer within so many hours.
    pub response_hours: Option<u32>,
    /// Who decides, and how fast, when something has gone wrong.
    pub escalation: String,
    /// When we can be reached.
    pub opening: String,
    /// Planned contacts.
    pub contacts: Vec<Contact>,
    /// A contact may be so many weeks later than its interval says; half the interval where nothing is
    /// said.
    pub grace_weeks: Option<u32>,
    /// What to talk about with them.
    pub topics: String,
    /// Minutes a year for answering one customer when they get in touch: an estimate.
    pub incoming_minutes: u32,
    /// What extra they get.
    pub extras: Vec<Extra>,
    /// Decided: nothing extra.
    pub no_extras: bool,
    /// How a new customer of this tier starts.
    pub onboarding: String,
    /// Minutes that one such start takes, in all.
    pub onboarding_minutes: u32,
    /// New customers of this tier in a year: an estimate.
    pub new_a_year: u32,
    /// How they grow: what is offered, when, and whom they may recommend us to.
    pub growth: String,
    /// What we do not do for this tier, put politely.
    pub not_done: String,
    /// How a customer leaves this tier, with dignity.
    pub leaving: String,
    /// How we know that it works.
    pub goals: Vec<Goal>,
    /// Questions that were filled in with a suggestion; until somebody has read it, it is no answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Question>,
}

/// How we know what customers need. A guess is marked wherever it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// We asked them in a survey.
    Survey,
    /// We talked with them.
    Interviews,
    /// Our figures show it.
    Data,
    /// Our staff see it.
    Staff,
    /// We guess.
    Guess,
}

impl Evidence {
    /// Strongest first.
    pub const ALL: [Self; 5] = [
        Self::Survey,
        Self::Interviews,
        Self::Data,
        Self::Staff,
        Self::Guess,
    ];
}

/// How sure we are of what customers need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// We know.
    Known,
    /// Probably.
    Likely,
    /// We do not know yet.
    Unsure,
}

impl Sureness {
    /// Surest first.
    pub const ALL: [Self; 3] = [Self::Known, Self::Likely, Self::Unsure];
}

/// How a tier is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// One person they know by name.
    NamedPerson,
    /// Whoever of the team is free.
    Team,
    /// Forms, shop, instructions.
    SelfService,
}

impl Channel {
    /// Most personal first.
    pub const ALL: [Self; 3] = [Self::NamedPerson, Self::Team, Self::SelfService];
}

/// Something extra that a tier gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Extra {
    /// What, in the user's words.
    pub what: String,
    /// Money a year for each customer, beside the hours.
    pub cost: Money,
}

/// What a tier is measured by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// Measured by.
    pub kind: GoalKind,
    /// The target in whole percent.
    pub percent: u32,
}

/// What a goal measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalKind {
    /// Customers kept, percent of last year's.
    Retention,
    /// Revenue growth, percent.
    Growth,
    /// Contacts held, percent of promised.
    ContactsHeld,
    /// Satisfied customers, percent of those who answered.
    Satisfaction,
}

impl GoalKind {
    /// In the order they are asked.
    pub const ALL: [Self; 4] = [
        Self::Retention,
        Self::Growth,
        Self::ContactsHeld,
        Self::Satisfaction,
    ];
}

impl CareModel {
    /// The question has an answer.
    #[must_use]
    pub fn answered(&self, question: Question) -> bool {
        let said = |it: &str| !it.trim().is_empty();
        match question {
            Question::Aim => said(&self.aim),
            Question::Needs => {
                said(&self.needs) && !self.evidence.is_empty() && self.sureness.is_some()
            }
            Question::Owner => !self.owners.is_empty(),
            Question::Service => self.channel.is_some() && self.response_hours.is_some(),
            Question::Contacts => {
                self.contacts.iter().any(|it| it.times > 0) || self.incoming_minutes > 0
            }
            Question::Extras => self.no_extras || self.extras.iter().any(|it| said(&it.what)),
            Question::NotDone => said(&self.not_done),
            Question::Goals => !self.goals.is_empty(),
        }
    }

    /// Takes over another tier's answer to one question.
    pub fn copy_answer(&mut self, question: Question, from: &Self) {
        let from = from.clone();
        match question {
            Question::Aim => self.aim = from.aim,
            Question::Needs => {
                self.needs = from.needs;
                self.evidence = from.evidence;
                self.sureness = from.sureness;
            }
            Question::Owner => self.owners = from.owners,
            Question::Service => {
                self.channel = from.channel;
                self.response_hours = from.response_hours;
                self.escalation = from.escalation;
                self.opening = from.opening;
            }
            Question::Contacts => {
                self.contacts = from.contacts;
                self.incoming_minutes = from.incoming_minutes;
                self.grace_weeks = from.grace_weeks;
                self.topics = from.topics;
            }
            Question::Extras => {
                self.extras = from.extras;
                self.no_extras = from.no_extras;
                self.onboarding = from.onboarding;
                self.onboarding_minutes = from.onboarding_minutes;
                self.growth = from.growth;
            }
            Question::NotDone => {
                self.not_done = from.not_done;
                self.leaving = from.leaving;
            }
            Question::Goals => self.goals = from.goals,
        }
    }

    /// There is an answer, but a suggested one that nobody has read yet.
    #[must_use]
    pub fn is_suggested(&self, question: Question) -> bool {
        self.suggested.contains(&question) && self.answered(question)
    }

    /// The answer is somebody's own.
    #[must_use]
    pub fn settled(&self, question: Question) -> bool {
        self.answered(question) && !self.suggested.contains(&question)
    }

    /// Somebody has read the suggestion and stands by it.
    pub fn confirm(&mut self, question: Question) {
        self.suggested.retain(|it| *it != question);
    }

    /// What was changed since `before` is somebody's own and a suggestion no more.
    pub fn confirm_changed(&mut self, before: &Self) {
        let is_as_before = |question: &Question| {
            let mut copied = before.clone();
            copied.copy_answer(*question, self);
            copied == *before
        };
        self.suggested = (self.suggested.iter().copied())
            .filter(is_as_before)
            .collect();
    }

    /// The first question without an answer of somebody's own.
    #[must_use]
    pub fn first_open(&self) -> Option<Question> {
        Question::ALL.into_iter().find(|it| !self.settled(*it))
    }

    /// How many questions have an answer of somebody's own.
    #[must_use]
    pub fn answers(&self) -> usize {
        Question::ALL.iter().filter(|it| self.settled(**it)).count()
    }

    /// How many suggestions nobody has read yet.
    #[must_use]
    pub fn suggestions(&self) -> usize {
        Question::ALL
            .iter()
            .filter(|it| self.is_suggested(**it))
            .count()
    }

    /// Every question has an answer of somebody's own.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.answers() == Question::ALL.len()
    }

    /// The needs rest on a guess alone, or we are unsure of them.
    #[must_use]
    pub fn is_guess(&self) -> bool {
        self.evidence == [Evidence::Guess] || self.sureness == Some(Sureness::Unsure)
    }

    /// Minutes a year for one customer, contacts and answering together.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        self.contacts
            .iter()
            .map(Contact::minutes_a_year)
            .fold(u64::from(self.incoming_minutes), u64::saturating_add)
    }

    /// Minutes a year for so many customers: theirs, and the starts of new ones.
    #[must_use]
    pub fn minutes_of(&self, customers: usize) -> u64 {
        let count = u64::try_from(customers).unwrap_or(u64::MAX);
        self.minutes_a_year()
            .saturating_mul(count)
            .saturating_add(self.starts_a_year())
    }

    /// The model without words: what hours, money and owners depend on. Typing in an answer leaves it
    /// as it is, so that nothing is counted anew.
    #[must_use]
    pub fn without_words(&self) -> Self {
        Self {
            owners: self.owners.clone(),
            contacts: self.contacts.clone(),
            incoming_minutes: self.incoming_minutes,
            onboarding_minutes: self.onboarding_minutes,
            new_a_year: self.new_a_year,
            no_extras: self.no_extras,
            extras: self
                .extras
                .iter()
                .map(|it| Extra {
                    what: String::new(),
                    cost: it.cost,
                })
                .collect(),
            ..Self::default()
        }
    }

    /// Minutes a year that the starts of new customers take.
    #[must_use]
    pub fn starts_a_year(&self) -> u64 {
        u64::from(self.onboarding_minutes).saturating_mul(u64::from(self.new_a_year))
    }

    /// What is missing: of a tier just begun the answers without which it changes nothing (somebody, a
    /// promise, a contact), of one nearly done every open one.
    #[must_use]
    pub fn lacks(&self) -> Vec<Question> {
        let open = |it: &Question| !self.answered(*it);
        let all: Vec<Question> = Question::ALL.into_iter().filter(open).collect();
        if all.len() <= 3 {
            return all;
        }
        [Question::Owner, Question::Service, Question::Contacts]
            .into_iter()
            .filter(open)
            .collect()
    }

    /// Money a year for one customer's extras.
    #[must_use]
    pub fn extras_a_year(&self) -> Money {
        if self.no_extras {
            Money::ZERO
        } else {
            self.extras.iter().map(|it| it.cost).sum()
        }
    }
}
