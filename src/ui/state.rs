//! The state of the page: what was decided, what was read, and the figures derived from both.
//!
//! Signals here are written by steps; memos and parts of the model never. Everything a step shows is one of
//! these or derived from them.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::alike::Looking;
use super::breaks::Breaks;
use super::derived::{at_rest, ends, part, settled};
use super::fit::FitRun;
use super::front::Front;
use super::intake::Intake;
use super::list::List;
use super::loaded::Loaded;
use super::look::Look;
use super::route::Route;
use crate::browser::clock;
use crate::domain::care::capacity::{self, Capacity};
use crate::domain::care::deal::Table;
use crate::domain::care::{Calendar, CareModel, Country, Deal, Meetings, Person, Way, holidays};
use crate::domain::customer::{Customer, by_index, marks};
use crate::domain::money::{Currency, Money};
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Classes, Exception, Known, Level, Measure, Sorting, TierPlan};
use crate::i18n::{Lang, words};
use crate::store::document::Model;
use crate::store::history::History;

/// A short message at the foot of the page, with a way back.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What was done.
    pub text: String,
    /// The model before it, to go back to.
    pub before: Option<Model>,
}

/// The way to everything the page knows. One pointer, which every closure of the walk copies: copy it freely.
#[derive(Clone, Copy)]
pub struct App(&'static State);

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// Everything the page knows, as signals.
pub struct State {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Where the user is.
    pub route: RwSignal<Route>,
    /// The customers as they were read, once they are.
    pub brought: RwSignal<Option<Loaded>>,
    /// The customers that every step is about: those the user says are one are one.
    pub loaded: Memo<Option<Loaded>>,
    /// Bringing a file in.
    pub intake: Intake,
    /// Looking for customers that may be one.
    pub alike: Looking,
    /// What the user decided; saved as it changes.
    pub model: RwSignal<Model>,
    /// The message at the foot of the page.
    pub toast: RwSignal<Option<Toast>>,
    /// Changes that can be taken back and done again.
    pub history: RwSignal<History>,
    /// A limit is being moved: its steps are one change.
    pub is_moving: StoredValue<bool>,
    /// What amounts are in.
    pub currency: Memo<Currency>,
    /// The tier plan.
    pub plan: ReadSignal<TierPlan>,
    /// The plan but for its limits: stands still while one is dragged. What depends on names, number
    /// or method alone reads this one.
    pub shape: ReadSignal<TierPlan>,
    /// Customers by value.
    pub ranking: Memo<Arc<Ranking>>,
    /// Exceptions by customer index.
    pub exceptions: Memo<Arc<BTreeMap<usize, Exception>>>,
    /// Potential that the user typed, by customer index.
    pub typed: Memo<Arc<BTreeMap<usize, Level>>>,
    /// Tiers found customer by customer, where the method does not cut the order of value.
    pub classes: Memo<Option<Arc<Classes>>>,
    /// For how many customers each of [`Measure::ALL`] is known.
    pub known: Memo<Vec<usize>>,
    /// Customers in tiers.
    pub sorting: Memo<Arc<Sorting>>,
    /// The same; with many customers it follows a limit when that rests. What counts them is made from it.
    pub settled: Memo<Arc<Sorting>>,
    /// Care models, one for each tier.
    pub care: Memo<Vec<CareModel>>,
    /// The same without words: figures depend on these.
    pub plans: Memo<Vec<CareModel>>,
    /// The people.
    pub people: ReadSignal<Vec<Person>>,
    /// Customers in each tier.
    pub counts: Memo<Vec<usize>>,
    /// Whether tiers or meetings lead.
    pub way: ReadSignal<Way>,
    /// The meeting-led way.
    pub meetings: ReadSignal<Meetings>,
    /// Who owns whom.
    pub deal: Memo<Arc<Deal>>,
    /// Hours needed and there.
    pub capacity: Memo<Capacity>,
    /// What See looks at.
    pub look: Look,
    /// How the table of Sort is looked at.
    pub list: List,
    /// How stable tiers are.
    pub fit: FitRun,
    /// Where values break by themselves.
    pub breaks: Breaks,
    /// Tiers end where values break, and where that is, is still being looked for: meanwhile they end
    /// where they usually do.
    pub is_looking: Memo<bool>,
    /// Minutes there are in each month of this year.
    pub room: Memo<[u64; 12]>,
    /// The year.
    pub calendar: Memo<Calendar>,
}

impl App {
    /// The state of a walk that goes on from the front with this model. It lives as long as the page.
    #[must_use]
    pub fn new(front: Front, model: Model) -> Self {
        let Front {
            lang,
            route,
            loaded: brought,
            intake,
            ..
        } = front;
        let model = RwSignal::new(model);
        let said = part(model, |it| &it.alike);
        let groups = part(model, |it| &it.groups);
        let loaded = Memo::new(move |_| {
            let brought = brought.get()?;
            Some(brought.with_decisions(&said.read(), &groups.read()))
        });
        let base = move || {
            loaded
                .read()
                .as_ref()
                .map(|it| Arc::clone(&it.base))
                .unwrap_or_default()
        };

        let chosen = part(model, |it| &it.currency);
        let currency = Memo::new(move |_| {
            (chosen.get())
                .or_else(|| base().currency.clone())
                .unwrap_or_else(|| lang.get().usual_currency())
        });
        let plan = part(model, |it| &it.plan);
        let shape = at_rest(plan);
        let ranking = Memo::new(move |_| {
            let values: Vec<Money> = base().customers.iter().map(|it| it.revenue).collect();
            Arc::new(Ranking::new(&values))
        });
        let by_mark = part(model, |it| &it.exceptions);
        let exceptions = Memo::new(move |_| Arc::new(by_index(&base().customers, &by_mark.read())));
        let levels = part(model, |it| &it.potentials);
        let typed = Memo::new(move |_| Arc::new(by_index(&base().customers, &levels.read())));
        // Nothing to do while a limit is dragged: those methods have no classes.
        let method = Memo::new(move |_| {
            let method = &shape.read().method;
            (!method.kind().is_by_value()).then(|| method.clone())
        });
        let classes = Memo::new(move |_| {
            let method = method.get()?;
            let (base, ranking, typed) = (base(), ranking.read(), typed.read());
            let known = Known {
                customers: &base.customers,
                ranking: &ranking,
                typed: &typed,
            };
            Classes::new(&method, known).map(Arc::new)
        });
        let known = Memo::new(move |_| {
            let (base, ranking, typed) = (base(), ranking.read(), typed.read());
            let known = Known {
                customers: &base.customers,
                ranking: &ranking,
                typed: &typed,
            };
            known.counts()
        });
        let breaks = Breaks::new();
        let (found, is_looking) = ends(breaks, shape, ranking);
        let sorting = Memo::new(move |_| {
            let (ranking, exceptions) = (ranking.read(), exceptions.read());
            Arc::new(match found.get() {
                Some(ends) => Sorting::of_ends(&ranking, ends, None, &exceptions),
                None => Sorting::with(&ranking, &plan.read(), classes.read().as_ref(), &exceptions),
            })
        });
        let history = RwSignal::new(History::new(model.get_untracked()));
        let is_moving = StoredValue::new(false);
        let settled = settled(sorting, history, is_moving);
        let saved = part(model, |it| &it.care);
        let care = Memo::new(move |_| {
            saved.track();
            shape.track();
            model.read_untracked().care_of_tiers()
        });
        let plans = Memo::new(move |_| {
            let care = care.read();
            care.iter()
                .map(CareModel::without_words)
                .collect::<Vec<_>>()
        });
        let people = part(model, |it| &it.people);
        let counts = Memo::new(move |_| {
            sorting
                .read()
                .tiers()
                .iter()
                .map(|it| it.customers)
                .collect::<Vec<_>>()
        });
        let way = part(model, |it| &it.way);
        let meetings = part(model, |it| &it.meetings);
        let owned = part(model, |it| &it.owned);
        let hand = Memo::new(move |_| by_index(&base().customers, &owned.read()));
        let rule = part(model, |it| &it.deal);
        let deal = Memo::new(move |_| {
            Arc::new(Deal::of(Table {
                customers: &base().customers,
                ranking: &ranking.read(),
                sorting: &sorting.read(),
                models: &plans.read(),
                people: &people.read(),
                rule: rule.get(),
                hand: &hand.read(),
            }))
        });
        let capacity = Memo::new(move |_| {
            if way.get() == Way::Meetings {
                return meetings.read().capacity(&people.read());
            }
            let capacity = Capacity::of(&plans.read(), &counts.read(), &people.read());
            deal.read().capacity(capacity)
        });
        let country = Memo::new(move |_| model.read().country.or(usual_country(lang.get())));
        let room = Memo::new(move |_| {
            let days = holidays::working_days(country.get(), clock::today().year());
            capacity::months(&people.read(), &days)
        });
        let calendar = Memo::new(move |_| {
            if way.get() == Way::Meetings {
                return meetings.read().calendar(&room.get());
            }
            Calendar::of(&plans.read(), &counts.read(), &room.get())
        });

        let state = State {
            lang,
            route,
            brought,
            loaded,
            intake,
            alike: Looking::new(),
            model,
            toast: RwSignal::new(None),
            history,
            is_moving,
            currency,
            plan,
            shape,
            ranking,
            exceptions,
            typed,
            classes,
            known,
            sorting,
            settled,
            care,
            plans,
            people,
            counts,
            way,
            meetings,
            deal,
            capacity,
            look: Look::new(),
            list: List::new(),
            fit: FitRun::new(),
            breaks,
            is_looking,
            room,
            calendar,
        };
        Self(Box::leak(Box::new(state)))
    }

    /// Something is known of a measure.
    #[must_use]
    pub fn knows(&self, measure: Measure) -> bool {
        let place = Measure::ALL.iter().position(|it| *it == measure);
        let known = self.known.read_untracked();
        place.and_then(|it| known.get(it)).is_some_and(|it| *it > 0)
    }

    /// There are customers to show.
    #[must_use]
    pub fn has_customers(&self) -> bool {
        self.loaded.read().is_some()
    }

    /// The customer at an index.
    #[must_use]
    pub fn customer(&self, at: usize) -> Option<Customer> {
        self.loaded.read().as_ref()?.base.customers.get(at).cloned()
    }

    /// What stands for the customer at an index in the saved model.
    #[must_use]
    pub fn mark(&self, at: usize) -> Option<String> {
        let loaded = self.loaded.read();
        marks(&loaded.as_ref()?.base.customers).into_iter().nth(at)
    }

    /// Whose public holidays count.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.model.read().country.or(usual_country(self.lang.get()))
    }

    /// The name of a part of the capacity: a tier, or means and meetings.
    #[must_use]
    pub fn part_name(&self, at: usize) -> String {
        words::part_name(self.lang.get(), self.way.get(), &self.shape.read(), at)
    }

    /// The name of a tier in the page's language.
    #[must_use]
    pub fn tier_name(&self, tier: usize) -> String {
        words::tier_name(self.lang.get(), &self.shape.read(), tier)
    }

    /// Changes the model and offers the way back in a toast that says `text`.
    pub fn change(&self, text: String, edit: impl FnOnce(&mut Model)) {
        let before = self.model.get_untracked();
        self.model.update(edit);
        self.offer_undo(text, before);
    }

    /// Offers the way back to `before` in a toast that says `text`: for changes made step by step.
    pub fn offer_undo(&self, text: String, before: Model) {
        self.is_moving.set_value(false);
        self.history.update(|it| {
            // What was done before and not noted yet is a step of its own.
            it.record(&before);
            it.record(&self.model.read_untracked());
        });
        self.toast.set(Some(Toast {
            text,
            before: Some(before),
        }));
    }

    /// Notes what has changed without a word; a movement is noted when it is over.
    pub fn note(&self) {
        if self.is_moving.get_value() {
            return;
        }
        let is_new = self
            .history
            .try_update(|it| it.record(&self.model.read_untracked()));
        // The toast's Undo would now take back something else than it says.
        if is_new == Some(true)
            && self
                .toast
                .read_untracked()
                .as_ref()
                .is_some_and(|it| it.before.is_some())
        {
            self.toast.set(None);
        }
    }

    /// Takes back the last change, and only that: what was decided since stays.
    pub fn undo(&self) {
        self.step(History::undo);
    }

    /// Does again what was taken back last.
    pub fn redo(&self) {
        self.step(History::redo);
    }

    fn step(self, way: fn(&mut History, &mut Model) -> bool) {
        let mut model = self.model.get_untracked();
        if self.history.try_update(|it| way(it, &mut model)) == Some(true) {
            self.model.set(model);
            self.toast.set(None);
        }
    }

    /// Goes on with another model: nothing of the one before can be taken back.
    pub fn open(&self, model: Model) {
        self.model.set(model);
        self.forget_past();
    }

    /// Forgets every way back: for "Forget everything" and for another model.
    pub fn forget_past(&self) {
        self.history.set(History::new(self.model.get_untracked()));
        self.toast.set(None);
    }
}

/// The country whose holidays a language suggests.
const fn usual_country(lang: Lang) -> Option<Country> {
    match lang {
        Lang::Fi => Some(Country::Finland),
        Lang::Pl => Some(Country::Poland),
        Lang::En => None,
    }
}

/// The state of the page.
#[must_use]
pub fn use_app() -> App {
    expect_context::<App>()
}

/// The language of the page. Not tracked: a change of language draws the page anew.
#[must_use]
pub fn use_lang() -> Lang {
    use_app().lang.get_untracked()
}
