//! The meeting-led way gives the hours and the year that its parts come to.
use super::*;
use crate::domain::money::Currency;

fn people() -> Vec<Person> {
    let person = |id, hours| Person {
        weeks: 10,
        hours_a_week: hours,
        for_customers: 100,
        administration: 0,
        ..Person::usual(id, String::new(), &Currency::new("EUR"))
    };
    vec![person(1, 2), person(2, 1)]
}

/// Two visits of 150 minutes for two customers, six calls of 20 for one of them; a check meeting of
/// 90 minutes with both six times, 30 minutes of preparation.
fn meetings() -> Meetings {
    let means = |id, times, minutes, cost| Means {
        id,
        name: String::new(),
        times,
        minutes,
        cost: Money::from_units(cost),
    };
    let target = |means: &[u32], owner| Target {
        means: means.to_vec(),
        owner,
        ..Target::default()
    };
    Meetings {
        means: vec![means(1, 2, 150, 40), means(2, 6, 20, 0)],
        targets: BTreeMap::from([
            ("a".to_owned(), target(&[1, 2], Some(1))),
            ("b".to_owned(), target(&[1], None)),
        ]),
        meetings: vec![Meeting {
            kind: MeetingKind::Check,
            purpose: String::new(),
            agenda: String::new(),
            people: vec![1, 2],
            times: 6,
            minutes: 90,
            preparation: 30,
        }],
    }
}

#[test]
fn hours_are_means_times_users_and_meetings_times_people() {
    let it = meetings();
    let capacity = it.capacity(&people());
    // 300 + 120 for the first, 300 for the second; 6 x (2 x 90 + 30).
    assert_eq!(capacity.tiers, [720, 1_260]);
    assert_eq!(capacity.unowned, 300);
    let needs: Vec<u64> = capacity.people.iter().map(|it| it.needs).collect();
    // 420 of means, 540 of meetings, 180 of preparation; the other sits in the meetings.
    assert_eq!(needs, [1_140, 540]);
    assert_eq!(capacity.has(), 1_800);
    assert_eq!(it.cost_of(&it.targets["a"]), Money::from_units(80));
}

#[test]
fn the_year_takes_what_the_capacity_needs() {
    let it = meetings();
    let calendar = it.calendar(&[100; 12]);
    let year = |part| {
        (0..12)
            .map(|month| calendar.minutes_in(month, part))
            .sum::<u64>()
    };
    assert_eq!([year(0), year(1)].to_vec(), it.capacity(&people()).tiers);
    let held: Vec<u64> = calendar
        .rows
        .iter()
        .map(|it| it.months.iter().sum())
        .collect();
    assert_eq!(held, [4, 6, 6]);
}

#[test]
fn a_meeting_bears_five_people_and_less_than_two_hours() {
    let with = |people: u32, minutes| Meeting {
        people: (0..people).collect(),
        minutes,
        ..meetings().meetings.remove(0)
    };
    for (people, minutes, crowded, long) in [(5, 119, false, false), (6, 120, true, true)] {
        let it = with(people, minutes);
        assert_eq!((it.is_crowded(), it.is_long()), (crowded, long));
    }
    for kind in MeetingKind::ALL {
        assert!(kind.usual().1 < Meeting::TOO_LONG, "{kind:?}");
    }
}

#[test]
fn what_points_at_nobody_is_left_out() {
    let mut it = meetings();
    it.means.remove(0);
    it.mend(&std::collections::BTreeSet::from([2]));
    assert_eq!(it.targets["a"].means, [2]);
    assert_eq!(it.targets["a"].owner, None);
    assert_eq!(it.meetings[0].people, [2]);
}
