from core.mood import Goal, Mood, MoodName, MoodPoint, goals_for

UNPLEASANT = MoodPoint(-0.69, 0.48)


def mood(name: MoodName, *, dominance: float = 0.0) -> Mood:
    return Mood(name, UNPLEASANT, dominance=dominance)


def test_the_sad_are_lifted_unless_they_choose_otherwise():
    assert goals_for(mood(MoodName.SAD))[:2] == (Goal.LIFT, Goal.MATCH)


def test_dominance_tells_anger_to_let_out_from_fear_to_calm():
    assert goals_for(mood(MoodName.ANGRY, dominance=-0.22))[0] is Goal.LET_OUT
    assert goals_for(mood(MoodName.FEAR, dominance=-0.42))[0] is Goal.CALM


def test_a_pleasant_mood_is_kept():
    assert {goals_for(mood(name))[0] for name in (MoodName.HAPPY, MoodName.CALM, MoodName.NEUTRAL)} == {Goal.MATCH}


def test_each_mood_is_offered_goals_once():
    offers = [goals_for(mood(name)) for name in MoodName]
    assert all(len(set(goals)) == len(goals) == 4 for goals in offers)
