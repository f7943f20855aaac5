package cn.zhengqi.finance.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** An activity three days from now, and enterprises that would like to come. */
class ActivitiesTest extends FinanceServiceTest {

    private static final String PUBLIC = "/api/finance/activities";
    private static final String DESK = "/api/finance/manage/activities";
    private static final String MINE = "/api/finance/my/sign-ups";

    private final CurrentUser organiser = TestUsers.ofDepartment(Ids.next(), FinancePermissions.MANAGE_ACTIVITIES);

    @Autowired
    private ActivityReminder reminder;

    @Autowired
    private MovableClock clock;

    private OffsetDateTime begins = OffsetDateTime.parse("2026-11-06T14:00:00+08:00");

    @BeforeEach
    void it_is_three_days_before() {
        clock.forward(Duration.between(clock.instant(), begins.minusDays(3).toInstant()));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_draft_is_nobody_elses_business_and_is_found_once_published() {
        Answer draft = post(organiser, DESK, activity(10), Ids.next().toString());
        assertThat(draft.status()).isEqualTo(201);
        UUID id = idOf(draft);

        assertThat(get(enterprise(), PUBLIC + "/" + id).status()).isEqualTo(404);
        assertThat(signUp(enterprise(), id, 1).status()).isEqualTo(404);
        assertThat(idsOf(get(enterprise(), PUBLIC + "?size=200"))).doesNotContain(id.toString());

        Answer published = post(organiser, DESK + "/" + id + "/publish", Map.of("version", draft.get("version")));

        assertThat(published.get("status")).isEqualTo("PUBLISHED");
        Answer seen = answerOf(client.anonymous().get().uri(PUBLIC + "/" + id).exchange());
        assertThat(activityOf(seen)).containsEntry("phase", "OPEN").containsEntry("online", true);
        assertThat(seen.body().toString()).doesNotContain("meeting.example.cn");
        assertThat(idsOf(get(enterprise(), PUBLIC + "?q=银企&size=200"))).contains(id.toString());
        assertThat(idsOf(get(enterprise(), PUBLIC + "?over=true&size=200"))).doesNotContain(id.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "endsAt, 2026-11-06T14:00:00+08:00, endsAt",
        "signUpUntil, 2026-11-06T14:00:01+08:00, signUpUntil",
        "signUpFrom, 2026-11-06T12:00:00+08:00, signUpUntil",
        "quota, 0, quota",
        "mostEach, 11, mostEach",
        "mostEach, 0, mostEach",
        "onlineLink, javascript:alert(1), onlineLink",
        "title, '', title"
    })
    void what_makes_no_sense_is_refused_with_its_field(String field, String value, String named) {
        Map<String, Object> wrong = activity(10);
        wrong.put(field, value);

        Answer refused = post(organiser, DESK, wrong);

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.body().toString()).contains(named);
    }

    @Test
    void an_activity_is_somewhere() {
        Map<String, Object> nowhere = activity(10);
        nowhere.remove("place");
        nowhere.remove("onlineLink");

        assertThat(post(organiser, DESK, nowhere).body().toString()).contains("place");
    }

    @Test
    void fifty_at_the_same_moment_get_the_twenty_places_that_there_are_and_the_others_wait() throws Exception {
        UUID id = published(20);

        List<Answer> answers = atOnce(IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(n -> () -> signUp(enterprise(), id, 1))
                .toList());

        assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(201));
        assertThat(answers.stream().filter(it -> it.get("status").equals("SIGNED_UP")))
                .hasSize(20)
                .allSatisfy(it -> assertThat(it.get("code").toString()).matches("[2-9A-HJKMNP-Z]{8}"));
        assertThat(answers.stream().filter(it -> it.get("status").equals("WAITING")))
                .hasSize(30)
                .allSatisfy(it -> assertThat(it.get("code")).isNull());
        assertThat(taken(id)).isEqualTo(20);
        assertThatThrownBy(() -> jdbc.sql("update finance_activity set taken = 21 where id = ?")
                        .param(id)
                        .update())
                .as("the database holds it, whoever counts")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_enterprise_signs_up_once_however_many_press_the_button() throws Exception {
        UUID id = published(20);
        CurrentUser one = enterprise();

        List<Answer> answers = atOnce(Collections.nCopies(8, () -> signUp(one, id, 2)));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        assertThat(answers.stream().filter(it -> it.status() != 201))
                .allSatisfy(it -> assertThat(it.code()).isEqualTo("ALREADY_SIGNED_UP"));
        assertThat(taken(id)).isEqualTo(2);
    }

    @Test
    void who_waits_moves_up_when_another_withdraws_and_is_told() {
        UUID id = published(1);
        CurrentUser first = enterprise();
        CurrentUser second = enterprise();
        CurrentUser third = enterprise();
        Answer in = signUp(first, id, 1);
        Answer waiting = signUp(second, id, 1);
        signUp(third, id, 1);
        assertThat(activityOf(get(first, PUBLIC + "/" + id))).containsEntry("phase", "FULL");
        assertThat(onlyOf(third, id)).containsEntry("status", "WAITING").containsEntry("waitingBefore", 1);

        Answer withdrawn = withdraw(first, in);

        assertThat(withdrawn.get("status")).isEqualTo("WITHDRAWN");
        assertThat(onlyOf(second, id))
                .containsEntry("status", "SIGNED_UP")
                .containsEntry("onlineLink", "https://meeting.example.cn/8848");
        assertThat(onlyOf(third, id)).containsEntry("status", "WAITING").containsEntry("waitingBefore", 0);
        assertThat(told(waiting.id())).containsExactly("MOVED_UP");
        assertThat(taken(id)).isEqualTo(1);
        assertThat(signUp(first, id, 1).get("status"))
                .as("behind those who waited")
                .isEqualTo("WAITING");
    }

    @Test
    void no_place_stays_empty_while_somebody_waits_who_fits() {
        UUID id = published(4);
        CurrentUser leaver = enterprise();
        signUp(enterprise(), id, 3);
        Answer one = signUp(leaver, id, 1);
        CurrentUser many = enterprise();
        CurrentUser few = enterprise();
        signUp(many, id, 2);
        signUp(few, id, 1);

        withdraw(leaver, one);

        assertThat(onlyOf(many, id)).containsEntry("status", "WAITING");
        assertThat(onlyOf(few, id)).containsEntry("status", "SIGNED_UP");
        assertThat(taken(id)).isEqualTo(4);
    }

    @Test
    void many_withdraw_at_once_and_as_many_move_up_each_once() throws Exception {
        UUID id = published(10);
        List<Callable<Answer>> withdrawals = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            CurrentUser one = enterprise();
            Answer in = signUp(one, id, 1);
            withdrawals.add(() -> withdraw(one, in));
        }
        List<UUID> waiting = IntStream.range(0, 15)
                .mapToObj(n -> signUp(enterprise(), id, 1).id())
                .toList();

        assertThat(atOnce(withdrawals)).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));

        assertThat(taken(id)).isEqualTo(10);
        assertThat(waiting.subList(0, 10)).allSatisfy(it -> assertThat(told(it)).containsExactly("MOVED_UP"));
        assertThat(waiting.subList(10, 15))
                .allSatisfy(it -> assertThat(told(it)).isEmpty());
    }

    @Test
    void a_larger_quota_lets_people_in_and_one_below_those_who_come_is_refused() {
        UUID id = published(2);
        signUp(enterprise(), id, 2);
        CurrentUser later = enterprise();
        signUp(later, id, 2);

        Map<String, Object> smaller = activity(1);
        assertThat(change(id, smaller).code()).isEqualTo("QUOTA_BELOW_TAKEN");
        Answer larger = change(id, activity(4));

        assertThat(larger.status()).isEqualTo(200);
        assertThat(larger.get("waiting")).isEqualTo(0);
        assertThat(onlyOf(later, id)).containsEntry("status", "SIGNED_UP");
        assertThat(taken(id)).isEqualTo(4);
    }

    @Test
    void another_time_or_place_is_told_to_all_who_signed_up_and_other_words_are_not() {
        UUID id = published(1);
        UUID in = signUp(enterprise(), id, 1).id();
        UUID waiting = signUp(enterprise(), id, 1).id();
        Map<String, Object> words = activity(1);
        words.put("audience", "全区企业");
        change(id, words);
        assertThat(told(in)).isEmpty();

        words.put("place", "政务服务中心三楼");
        change(id, words);

        assertThat(told(in)).containsExactly("REARRANGED");
        assertThat(told(waiting)).containsExactly("REARRANGED");
    }

    @Test
    void a_cancelled_activity_is_told_to_all_with_its_reason_and_takes_nobody_any_more() {
        UUID id = published(1);
        CurrentUser one = enterprise();
        Answer in = signUp(one, id, 1);
        UUID waiting = signUp(enterprise(), id, 1).id();

        Answer cancelled =
                post(organiser, DESK + "/" + id + "/cancel", Map.of("version", versionOf(id), "reason", "场地临时检修"));

        assertThat(cancelled.get("status")).isEqualTo("CANCELLED");
        assertThat(told(in.id())).containsExactly("CANCELLED");
        assertThat(told(waiting)).containsExactly("CANCELLED");
        assertThat(onlyOf(one, id)).containsEntry("status", "CANCELLED").containsEntry("withdrawable", false);
        assertThat(signUp(enterprise(), id, 1).code()).isEqualTo("STATE_CONFLICT");
        assertThat(activityOf(get(one, PUBLIC + "/" + id)))
                .containsEntry("phase", "CANCELLED")
                .containsEntry("cancelReason", "场地临时检修");
        assertThat(calendarOf(id)).contains("STATUS:CANCELLED");
    }

    @Test
    void one_signs_up_and_withdraws_in_its_time_alone() {
        Map<String, Object> soon = activity(5);
        soon.put("signUpFrom", begins.minusDays(2).toString());
        UUID id = published(soon);
        CurrentUser one = enterprise();
        assertThat(signUp(one, id, 1).code()).isEqualTo("SIGN_UP_NOT_OPEN");
        assertThat(activityOf(get(one, PUBLIC + "/" + id))).containsEntry("phase", "UPCOMING");

        clock.forward(Duration.ofDays(1));
        assertThat(signUp(one, id, 6).code()).isEqualTo("PEOPLE_OVER_QUOTA");
        Answer in = signUp(one, id, 1);
        assertThat(withdraw(enterprise(), in).status())
                .as("another enterprise's")
                .isEqualTo(404);

        clock.forward(Duration.ofDays(1).plusHours(20));
        assertThat(signUp(enterprise(), id, 1).code()).isEqualTo("SIGN_UP_OVER");
        clock.forward(Duration.ofHours(5));
        assertThat(withdraw(one, in).code()).isEqualTo("ACTIVITY_BEGUN");
    }

    @Test
    void a_code_lets_in_once_at_its_own_activity_while_the_doors_are_open() throws Exception {
        UUID id = published(1);
        UUID other = published(1);
        CurrentUser one = enterprise();
        String code = signUp(one, id, 1).get("code").toString();
        UUID waiting = signUp(enterprise(), id, 1).id();
        assertThat(checkIn(id, code).code()).isEqualTo("CHECK_IN_NOT_OPEN");

        clock.forward(Duration.ofDays(3).minusHours(1));
        assertThat(checkIn(other, code).code()).isEqualTo("CHECK_IN_CODE_UNKNOWN");
        assertThat(checkIn(id, codeOf(waiting)).code()).isEqualTo("NOT_ADMITTED");
        String typed = " " + code.substring(0, 4).toLowerCase() + "-" + code.substring(4) + " ";
        List<Answer> answers = atOnce(Collections.nCopies(6, () -> checkIn(id, typed)));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
        assertThat(answers.stream().filter(it -> it.status() != 200)).allSatisfy(it -> {
            assertThat(it.code()).isEqualTo("ALREADY_CHECKED_IN");
            assertThat(it.get("detail").toString()).contains("已于 11月6日 13:00 签到");
        });
        assertThat(onlyOf(one, id).get("checkedInAt")).isNotNull();
        assertThat(get(organiser, DESK + "/" + id).body())
                .containsEntry("checkedIn", 1)
                .containsEntry("peopleIn", 1);
        clock.forward(Duration.ofHours(4));
        assertThat(checkIn(id, code).code()).isEqualTo("CHECK_IN_NOT_OPEN");
    }

    @Test
    void who_comes_is_reminded_the_day_before_once_whoever_sweeps() throws Exception {
        UUID id = published(1);
        UUID in = signUp(enterprise(), id, 1).id();
        UUID waiting = signUp(enterprise(), id, 1).id();
        reminder.run();
        assertThat(told(in)).isEmpty();

        clock.forward(Duration.ofDays(2));
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            copies.invokeAll(Collections.nCopies(6, () -> reminder.run()));
        }
        reminder.run();

        assertThat(told(in)).containsExactly("DUE");
        assertThat(told(waiting)).isEmpty();
    }

    @Test
    void the_organiser_reads_and_takes_out_who_comes_and_the_enterprise_gives_its_phone_to_nobody_else() {
        UUID id = published(5);
        CurrentUser one = enterprise();
        signUp(one, id, 2);

        Answer list = get(organiser, "/api/finance/manage/sign-ups?activityId=" + id + "&status=SIGNED_UP&q=测试");

        assertThat(items(list))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("people", 2)
                        .containsEntry("contactName", "李经理")
                        .containsEntry("contactPhone", "13812345678"));
        assertThat(list.body().toString())
                .doesNotContain(codeOf(UUID.fromString(onlyOf(one, id).get("id").toString())));
        assertThat(ExportedFile.of(client.as(organiser), "/api/finance/manage/sign-ups/export?activityId=" + id)
                        .rows()
                        .toString())
                .contains("银企对接会", "李经理", "已报名");
        assertThat(ExportedFile.of(client.as(organiser), DESK + "/export?q=银企")
                        .rows()
                        .toString())
                .contains("银企对接会");
        assertThat(get(one, MINE).body().toString()).doesNotContain("13812345678");
        assertThat(get(enterprise(), MINE).get("total")).isEqualTo(0);
        assertThat(jdbc.sql("select contact_phone from activity_sign_up where activity_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
    }

    @Test
    void one_enterprise_comes_with_no_more_people_than_the_organiser_lets_in_whoever_counts() {
        Map<String, Object> content = activity(10);
        content.put("mostEach", 2);
        UUID id = published(content);
        assertThat(signUp(enterprise(), id, 3).code()).isEqualTo("PEOPLE_OVER_LIMIT");
        UUID two = signUp(enterprise(), id, 2).id();

        assertThatThrownBy(() -> jdbc.sql("update activity_sign_up set people = 3 where id = ?")
                        .param(two)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_more_than_one_enterprise_may");
        content.put("mostEach", 1);
        assertThat(change(id, content).code()).isEqualTo("LIMIT_BELOW_SIGN_UP");
        assertThatThrownBy(() -> jdbc.sql("update finance_activity set most_each = 1 where id = ?")
                        .param(id)
                        .update())
                .as("held by the database too")
                .isInstanceOf(DataIntegrityViolationException.class);
        content.put("mostEach", 3);
        assertThat(change(id, content).status()).isEqualTo(200);
        assertThat(signUp(enterprise(), id, 3).status()).isEqualTo(201);
    }

    @Test
    void a_reminder_takes_nobody_the_version_that_they_have_before_them() {
        UUID id = published(1);
        CurrentUser one = enterprise();
        Answer in = signUp(one, id, 1);
        int seen = versionOf(id);

        clock.forward(Duration.ofDays(2));
        reminder.run();

        assertThat(told(in.id())).containsExactly("DUE");
        assertThat(versionOf(id)).isEqualTo(seen);
        assertThat(withdraw(one, in).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select * from activity_sign_up where activity_id = '0199a000-0000-7000-8000-000000000001' order by signed_up_at; activity_sign_up_of_activity",
                "select * from activity_sign_up order by signed_up_at desc, id; activity_sign_up_by_time",
                "select * from finance_article order by changed_at desc, id; finance_article_by_change",
                "select * from finance_article order by published_at desc nulls last, id; finance_article_by_publication",
                "select * from coordination_visit order by visited_on desc; coordination_visit_by_day",
                "select * from loan_application order by submitted_at desc; loan_application_by_time",
                "select * from financing_demand order by amount desc, id; financing_demand_by_amount",
                "select * from financing_demand order by term_months desc, id; financing_demand_by_term",
                "select * from financing_demand order by wanted_on desc, id; financing_demand_by_wish",
                "select * from financing_demand order by expires_on desc, id; financing_demand_by_end",
                "select * from financing_demand d where (d.number || ' ' || d.purpose || ' ' || d.industry || ' ' || d.town_name) ilike '%采购原材料%'; financing_demand_by_words"
            })
    void lists_are_read_in_their_order_from_an_index(String query, String index) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            return jdbc.sql("explain " + query + " limit 20")
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
        assertThat(plan).noneSatisfy(line -> assertThat(line).contains("Sort"));
    }

    @Test
    void two_who_change_an_activity_at_once_do_not_overwrite_each_other() {
        UUID id = published(5);
        int seen = versionOf(id);
        signUp(enterprise(), id, 1);
        assertThat(versionOf(id)).as("a sign-up is no change of the activity").isEqualTo(seen);
        change(id, activity(6));

        Answer late = answerOf(client.as(organiser)
                .put()
                .uri(DESK + "/" + id)
                .body(Map.of("version", seen, "content", activity(7)))
                .exchange());

        assertThat(late.code()).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void the_calendar_takes_it_with_its_time_and_place() throws Exception {
        UUID id = published(5);
        String file = calendarOf(id);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2, 75));

        Calendar calendar = new CalendarBuilder().build(new StringReader(file));

        assertThat(calendar.validate(true).getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents("VEVENT");
        VEvent event = events.getFirst();
        assertThat(event.getSummary().orElseThrow().getValue()).isEqualTo("银企对接会");
        assertThat(event.getRequiredProperty("DTSTART").getValue()).isEqualTo("20261106T060000Z");
        assertThat(event.getRequiredProperty("LOCATION").getValue()).isEqualTo("政务服务中心一楼");
        assertThat(event.getRequiredProperty("URL").getValue()).endsWith("/finance/activities/" + id);
        assertThat(event.getAlarms()).hasSize(1);
    }

    private static CurrentUser enterprise() {
        return TestUsers.ofEnterprise(Ids.next(), FinancePermissions.SIGN_UP);
    }

    @Test
    void an_activity_has_a_cover_that_goes_with_it_to_the_public() {
        UUID picture = uploaded(organiser, "/api/finance/manage/covers", "会场.png", aPicture())
                .id();
        Map<String, Object> content = activity(10);
        content.put("cover", Map.of("id", picture, "words", "会场全景"));

        UUID id = published(content);

        assertThat(activityOf(
                        answerOf(client.anonymous().get().uri(PUBLIC + "/" + id).exchange())))
                .containsEntry("cover", Map.of("id", picture.toString(), "words", "会场全景"));
        client.anonymous()
                .get()
                .uri("/api/finance/covers/" + picture)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .isEqualTo(aPicture());
    }

    private Map<String, Object> activity(int quota) {
        Map<String, Object> it = new HashMap<>();
        it.put("title", "银企对接会");
        it.put("organiser", "示例金融办");
        it.put("place", "政务服务中心一楼");
        it.put("onlineLink", "https://meeting.example.cn/8848");
        it.put("startsAt", begins.toString());
        it.put("endsAt", begins.plusHours(2).toString());
        it.put("signUpFrom", begins.minusDays(10).toString());
        it.put("signUpUntil", begins.minusHours(4).toString());
        it.put("quota", quota);
        it.put("mostEach", quota);
        it.put("audience", "有融资需求的小微企业");
        it.put("body", "## 议程\n- 产品介绍\n- 一对一洽谈");
        return it;
    }

    private UUID published(int quota) {
        return published(activity(quota));
    }

    private UUID published(Map<String, Object> content) {
        Answer draft = post(organiser, DESK, content);
        UUID id = idOf(draft);
        assertThat(post(organiser, DESK + "/" + id + "/publish", Map.of("version", draft.get("version")))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private Answer change(UUID id, Map<String, Object> content) {
        return answerOf(client.as(organiser)
                .put()
                .uri(DESK + "/" + id)
                .body(Map.of("version", versionOf(id), "content", content))
                .exchange());
    }

    private Answer signUp(CurrentUser who, UUID id, int people) {
        return post(
                who,
                "/api/finance/my/activities/" + id + "/sign-up",
                Map.of("people", people, "contactName", "李经理", "contactPhone", "13812345678"));
    }

    private Answer withdraw(CurrentUser who, Answer signUp) {
        return post(who, MINE + "/" + signUp.id() + "/withdraw", Map.of("version", signUp.version()));
    }

    private Answer checkIn(UUID id, String code) {
        return post(organiser, DESK + "/" + id + "/check-in", Map.of("code", code));
    }

    /** The one of its sign-ups for an activity that was last. */
    private Map<String, Object> onlyOf(CurrentUser who, UUID id) {
        return items(get(who, MINE + "?activityId=" + id)).getFirst();
    }

    private String calendarOf(UUID id) {
        return client.anonymous()
                .get()
                .uri(PUBLIC + "/" + id + "/calendar")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private int versionOf(UUID id) {
        return (Integer) get(organiser, DESK + "/" + id).get("version");
    }

    private int taken(UUID id) {
        return (Integer) activityOf(get(organiser, DESK + "/" + id)).get("taken");
    }

    private String codeOf(UUID signUp) {
        return jdbc.sql("select code from activity_sign_up where id = ?")
                .param(signUp)
                .query(String.class)
                .single();
    }

    private List<String> told(UUID signUp) {
        return jdbc.sql(
                        "select data ->> 'by' from outbox where subject = ? and type = 'finance.ActivitySignUpAffected' order by seq")
                .param(signUp)
                .query(String.class)
                .list();
    }

    private static UUID idOf(Answer managed) {
        return UUID.fromString(activityOf(managed).get("id").toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> activityOf(Answer answer) {
        return (Map<String, Object>) answer.get("activity");
    }

    private static List<Object> idsOf(Answer page) {
        return items(page).stream().map(it -> it.get("id")).toList();
    }
}
