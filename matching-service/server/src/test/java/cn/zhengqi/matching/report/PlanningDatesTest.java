package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.ExcludedPolicy;
import cn.zhengqi.matching.match.ExclusiveChoice;
import cn.zhengqi.matching.match.Matcher;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.PolicyOnDay;
import cn.zhengqi.matching.match.ShelfOnDay;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.InternalWindows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanningDatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    private final UUID chosenId = Ids.next();
    private final UUID givenUpId = Ids.next();
    private final PlanningDates dates = dates();
    private final PolicyMatch chosen =
            match(chosenId, "A", new ExclusiveChoice(true, List.of("B"), null, "《政策A》的优惠更高"));
    private final PolicyMatch givenUp = match(givenUpId, "B", new ExclusiveChoice(false, List.of(), "A", "《政策A》的优惠更高"));

    @Test
    void of_two_that_exclude_each_other_the_chosen_one_is_a_task_which_names_the_other_with_the_reason() {
        List<Task> tasks = dates.tasks(List.of(givenUp, chosen), List.of(), List.of(), new NextFacts(0, List.of()));

        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.codes()).containsExactly("A");
            assertThat(task.words()).isEqualTo("核对材料并申报《政策A》；《政策B》与它不能同时享受，不再申报（《政策A》的优惠更高）");
        });
    }

    @Test
    void no_day_of_the_one_that_is_given_up_is_in_the_calendar() {
        List<CalendarEntry> days = dates(window(chosenId, "甲", 5), window(givenUpId, "乙", 5))
                .calendar(List.of(chosen, givenUp), List.of(), List.of());

        assertThat(days).isNotEmpty().extracting(CalendarEntry::code).containsOnly("A");
    }

    @Test
    void what_is_left_to_the_enterprise_is_not_given_up_for_it_and_task_and_calendar_say_so() {
        String open = "优惠无法直接比较，请按实际情况选择";
        PolicyMatch one = match(chosenId, "A", new ExclusiveChoice(true, List.of("B"), null, open, true));
        PolicyMatch other = match(givenUpId, "B", new ExclusiveChoice(false, List.of(), "A", open, true));

        assertThat(dates.tasks(List.of(one, other), List.of(), List.of(), new NextFacts(0, List.of())))
                .extracting(Task::words)
                .containsExactly("核对材料并申报《政策A》；《政策B》与它不能同时享受，二选一（" + open + "）");
        assertThat(dates(window(chosenId, "甲", 5)).calendar(List.of(one, other), List.of(), List.of()))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.words()).endsWith("（与现在可享的《政策B》不能同时享受，二选一）"));
    }

    @Test
    void what_excludes_nothing_is_a_task_as_ever() {
        assertThat(dates.tasks(List.of(match(chosenId, "A", null)), List.of(), List.of(), new NextFacts(0, List.of())))
                .extracting(Task::words)
                .containsExactly("核对材料并申报《政策A》");
    }

    @Test
    void a_task_is_due_when_the_project_that_is_open_closes_and_not_when_the_policy_ends() {
        PolicyMatch policy = match(chosenId, "A", null);

        assertThat(tasksWith(policy, window(chosenId, "甲", -5), window(givenUpId, "乙", -9)))
                .allSatisfy(task -> assertThat(task.due()).isEqualTo(DAY.plusDays(20)))
                .hasSize(2);
        assertThat(tasksWith(policy, window(chosenId, "还没有开始的", 5)))
                .allSatisfy(task -> assertThat(task.due()).isEqualTo(END));
    }

    @Test
    void where_a_project_is_open_beyond_the_end_of_its_policy_the_report_names_its_day_alone_as_the_last_to_apply() {
        PolicyMatch policy = match(chosenId, "A", null);
        LocalDate closes = END.plusDays(20);
        InternalWindows.Window beyond = new InternalWindows.Window(
                InternalWindows.Kind.DECLARATION, Ids.next(), chosenId, "甲", DAY.minusDays(5), closes);

        assertThat(tasksWith(policy, beyond))
                .allSatisfy(task -> assertThat(task.due()).isEqualTo(closes))
                .hasSize(2);
        assertThat(dates(beyond).calendar(List.of(policy), List.of(), List.of()))
                .extracting(CalendarEntry::words)
                .containsExactly("有效期最后一天", "申报项目“甲”受理的最后一天");
        assertThat(dates(window(chosenId, "乙", -5)).calendar(List.of(policy), List.of(), List.of()))
                .extracting(CalendarEntry::words)
                .containsExactly("申报项目“乙”受理的最后一天", "有效期最后一天，请在此前申报");
    }

    @Test
    void a_project_that_closes_before_the_condition_is_met_is_no_last_day() {
        ConditionResult tooYoung = new ConditionResult(
                new ConditionResult.Requirement("成立年限", null, null, "≥ 1 年", true),
                ConditionResult.Outcome.NOT_MET,
                null,
                ConditionResult.Gap.toWait(BigDecimal.valueOf(25)),
                "",
                List.of(),
                null);
        PolicyMatch nearly = match(chosenId, "A", null, tooYoung);
        NextFacts nothing = new NextFacts(0, List.of());

        assertThat(dates(window(chosenId, "甲", -5)).tasks(List.of(), List.of(nearly), List.of(), nothing))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.from()).isEqualTo(DAY.plusDays(25));
                    assertThat(task.due()).isEqualTo(END);
                });
    }

    @Test
    void what_is_nearly_met_or_open_and_excludes_what_is_proposed_says_so_in_task_and_calendar() {
        PolicyMatch proposed = match(chosenId, "A", null);
        PolicyMatch other = excluding(match(givenUpId, "B", null), proposed);
        NextFacts next = new NextFacts(
                1,
                List.of(new NextFacts.Step(
                        List.of(new ConditionResult.FactRef("employees", "职工总数")),
                        List.of(new NextFacts.Decided("B", "政策B")))));

        assertThat(dates.tasks(List.of(proposed), List.of(other), List.of(), new NextFacts(0, List.of())))
                .filteredOn(task -> task.kind() == Task.Kind.CLOSE_GAP)
                .extracting(Task::words)
                .containsExactly("补上差的一项，再申报《政策B》；与现在可享的《政策A》不能同时享受，二选一");
        assertThat(dates.tasks(List.of(proposed), List.of(), List.of(other), next))
                .filteredOn(task -> task.kind() == Task.Kind.FILL)
                .extracting(Task::words)
                .containsExactly("在企业画像中填写职工总数，可再判定 1 条政策；其中《政策B》与现在可享的《政策A》不能同时享受，二选一");
        for (List<CalendarEntry> days : List.of(
                dates(window(givenUpId, "乙", 5)).calendar(List.of(proposed), List.of(other), List.of()),
                dates(window(givenUpId, "乙", 5)).calendar(List.of(proposed), List.of(), List.of(other)))) {
            assertThat(days)
                    .filteredOn(day -> day.code().equals("B"))
                    .hasSize(3)
                    .allSatisfy(day -> assertThat(day.words()).endsWith("（与现在可享的《政策A》不能同时享受，二选一）"));
            assertThat(days)
                    .filteredOn(day -> day.code().equals("A"))
                    .allSatisfy(day -> assertThat(day.words()).doesNotContain("择一"));
        }
    }

    @Test
    void what_excludes_nothing_that_is_proposed_says_nothing() {
        PolicyMatch other = excluding(match(givenUpId, "B", null), match(chosenId, "A", null));

        assertThat(dates.tasks(List.of(), List.of(other), List.of(), new NextFacts(0, List.of())))
                .extracting(Task::words)
                .containsExactly("补上差的一项，再申报《政策B》");
    }

    /** The one shipped policy that is met by time alone: 申请认定时须注册成立一年以上. */
    @Test
    void who_lacks_nothing_for_a_high_tech_enterprise_but_age_is_told_the_day() {
        List<PolicyRule> rules = ReferenceRules.policies().stream()
                .filter(rule -> rule.id().equals("N01"))
                .toList();
        Library.Shelf shelf = new Library.Shelf(RuleBook.of(rules), Map.of("N01", chosenId), 1);
        LocalDate founded = DAY.minusDays(300);
        Map<String, Object> facts = new HashMap<>(Map.of(
                "entityType",
                "企业",
                "established",
                founded.toString(),
                "coreIp",
                1,
                "hiTechField",
                true,
                "rdStaff",
                20,
                "employees",
                100,
                "domesticRdRatio",
                80,
                "hiTechIncomeRatio",
                70,
                "innovationScore",
                80,
                "noMajorViolation1y",
                true));
        facts.put("revenue", List.of(1_000));
        facts.put("rdExpense", List.of(100));
        PolicyMatch nearly = new Matcher(
                        new ShelfOnDay(shelf, DAY), FactVector.of(FactDictionary.standard(), facts, DAY))
                .policies()
                .getFirst();
        assertThat(nearly.outcome()).isEqualTo(MatchOutcome.NEARLY);
        PlanningDates dates = new PlanningDates(shelf, DAY, List.of(window(chosenId, "受理中", -20)));
        LocalDate due = founded.plusDays(365);

        assertThat(dates.tasks(List.of(), List.of(nearly), List.of(), new NextFacts(0, List.of())))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.from()).isEqualTo(due);
                    assertThat(task.due()).as("the project closes before").isNull();
                    assertThat(task.words())
                            .isEqualTo("等到 " + BusinessTime.inWords(due) + "，届时注册天数达到要求，再申报《高新技术企业认定管理办法》（最早 "
                                    + BusinessTime.inWords(due) + "）");
                });
        List<CalendarEntry> days = dates.calendar(List.of(), List.of(nearly), List.of());
        assertThat(days)
                .filteredOn(day -> day.kind() == CalendarEntry.Kind.CONDITION_MET)
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.day()).isEqualTo(due);
                    assertThat(day.words()).isEqualTo("从这一天起注册天数达到要求");
                });
        assertThat(ReportCalendar.of(ReportCalendarTest.REPORT, chosenId, days, "https://qy.example.cn")
                        .replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:" + due.toString().replace("-", ""))
                .contains("从这一天起注册天数达到要求");
    }

    private static PolicyMatch excluding(PolicyMatch policy, PolicyMatch other) {
        return new PolicyMatch(
                policy.policy(),
                policy.outcome(),
                policy.degree(),
                policy.completeness(),
                false,
                false,
                policy.conditions(),
                policy.missing(),
                policy.firstSteps(),
                List.of(new ExcludedPolicy(
                        other.policyId(),
                        other.code(),
                        other.title(),
                        other.outcome(),
                        null,
                        other.group(),
                        "不得同时享受",
                        "第三条",
                        true)),
                null);
    }

    private List<Task> tasksWith(PolicyMatch policy, InternalWindows.Window... windows) {
        NextFacts nothing = new NextFacts(0, List.of());
        return Stream.of(
                        dates(windows).tasks(List.of(policy), List.of(), List.of(), nothing),
                        dates(windows).tasks(List.of(), List.of(policy), List.of(), nothing))
                .flatMap(List::stream)
                .toList();
    }

    private PlanningDates dates(InternalWindows.Window... windows) {
        return new PlanningDates(
                new Library.Shelf(RuleBook.of(List.of()), Map.of("A", chosenId, "B", givenUpId), 1),
                DAY,
                List.of(windows));
    }

    private static InternalWindows.Window window(UUID policy, String title, int opensIn) {
        return new InternalWindows.Window(
                InternalWindows.Kind.DECLARATION,
                Ids.next(),
                policy,
                title,
                DAY.plusDays(opensIn),
                DAY.plusDays(opensIn + 25));
    }

    private static PolicyMatch match(
            UUID id, String code, @Nullable ExclusiveChoice choice, ConditionResult... conditions) {
        return new PolicyMatch(
                new PolicyOnDay(id, code, "1", "政策" + code, "文号", "国家", "创新", "奖励10万元", END, null, true, null),
                MatchOutcome.ELIGIBLE,
                100,
                100,
                false,
                false,
                List.of(conditions),
                List.of(),
                List.of(),
                List.of(),
                choice);
    }
}
