package cn.zhengqi.finance.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.application.TakenBackWithTheCode;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestPhoto;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** From a visit or a declaration to the banks' answers and the figures, against real servers. */
class CoordinationTest extends FinanceServiceTest {

    private static final String VISITS = "/api/finance/visits";
    private static final String FILES = "/api/finance/visit-files";
    private static final String CASES = "/api/finance/coordination-cases";
    private static final String RECOMMENDED = "/api/finance/recommendations";
    private static final String MINE = "/api/finance/my/coordination-cases";
    private static final String CRITERIA = "/api/finance/coordination/criteria";
    private static final String FIGURES = "/api/finance/coordination/figures";
    private static final String NAME = "示例小微企业";

    @Autowired
    private MovableClock clock;

    @Autowired
    private VisitFiles visitFiles;

    @Autowired
    private TakenBackWithTheCode taken;

    private String town;
    private CurrentUser townOfficer;
    private CurrentUser bankOfficer;
    private CurrentUser owner;
    private final CurrentUser office = TestUsers.ofDepartment(
            Ids.next(), FinancePermissions.VISIT, FinancePermissions.READ_COORDINATION, FinancePermissions.COORDINATE);

    /** Of this day the calendar knows all that follows. */
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-02T10:00:00+08:00");

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @BeforeEach
    void people() {
        clock.forward(Duration.between(clock.instant(), MORNING.toInstant()));
        town = "T" + Ids.next().toString().substring(24);
        townOfficer = TestUsers.ofTown(Ids.next(), town, FinancePermissions.VISIT);
        bankOfficer = answererOf(bank);
        owner = TestUsers.ofEnterprise(Ids.next(), FinancePermissions.DECLARE_NEED);
        registered(owner.enterpriseId(), EnterpriseStatus.ACTIVE);
    }

    @Test
    void a_visit_puts_an_enterprise_on_the_list_and_a_bank_grants_what_the_office_recommended() {
        Answer visit = post(townOfficer, VISITS, visit(true), key());
        assertThat(visit.status()).as(visit.body().toString()).isEqualTo(201);
        assertThat((String) visit.get("number")).matches("ZF20\\d{6}\\d{6}");
        UUID id = UUID.fromString((String) visit.get("caseId"));
        assertThat(eventsOf(id)).containsExactly("finance.CoordinationDeclared");

        Answer check = get(office, CASES + "/" + id + "/check");
        assertThat(standings(check))
                .containsEntry("LAWFUL", "UNKNOWN")
                .containsEntry("CREDIT", "UNKNOWN")
                .containsEntry("PREMISES", "UNKNOWN");
        Answer early = recommend(id, 0, said("PREMISES", true));
        assertThat(early.code()).isEqualTo("CRITERIA_NOT_MET");
        assertThat(early.get("detail").toString()).contains("合规经营");

        Answer recommended = recommend(id, 0, allMet());
        assertThat(recommended.status()).as(recommended.body().toString()).isEqualTo(200);
        assertThat(recommended.get("status")).isEqualTo("RECOMMENDED");
        Map<String, Object> answer = answers(recommended).getFirst();
        UUID recommendation = UUID.fromString((String) answer.get("id"));
        assertThat(answer.get("promise")).isNotNull();
        assertThat(eventsOf(recommendation)).containsExactly("finance.EnterpriseRecommended");

        Answer seen = get(bankOfficer, RECOMMENDED + "/" + recommendation);
        assertThat(seen.body())
                .containsEntry("enterpriseName", NAME)
                .containsEntry("contactPhone", "13812345678")
                .as("what the officer wrote of the visit is not for banks")
                .doesNotContainKey("words");
        Map<String, Object> tooMuch = new HashMap<>(grant(0));
        tooMuch.put("amount", 500_000_000);
        assertThat(post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", tooMuch)
                        .code())
                .as("a figure of the district is no more than was needed")
                .isEqualTo("GRANT_OUT_OF_RANGE");
        Answer granted = post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(0));
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(eventsOf(recommendation))
                .containsExactly("finance.EnterpriseRecommended", "finance.RecommendationAnswered");

        Answer mine = get(owner, MINE + "/" + id);
        assertThat(mine.get("status")).isEqualTo("ANSWERED");
        assertThat(answers(mine).getFirst())
                .containsEntry("status", "GRANTED")
                .containsEntry("grantedAmount", 300_000.0);
        assertThat(mine.body()).containsEntry("contactPhone", "138****5678");
        assertThat(promiseState(recommendation)).isNotEqualTo("RUNNING");
    }

    @Test
    void an_enterprise_declares_itself_once_at_a_time_and_takes_it_back() {
        Answer declared = declare(owner);
        assertThat(declared.status()).as(declared.body().toString()).isEqualTo(201);
        assertThat(declared.get("origin")).isEqualTo("SELF");
        assertThat(declare(owner).code()).isEqualTo("COORDINATION_OPEN");
        Answer visit = post(townOfficer, VISITS, visit(true), key());
        assertThat(visit.code()).isEqualTo("COORDINATION_OPEN");
        assertThat(get(townOfficer, VISITS).get("total"))
                .as("neither is the visit kept")
                .isEqualTo(0);
        Answer recommended = recommend(declared.id(), 0, allMet());
        UUID recommendation =
                UUID.fromString((String) answers(recommended).getFirst().get("id"));

        Answer withdrawn =
                post(owner, MINE + "/" + declared.id() + "/withdraw", Map.of("version", recommended.version()));

        assertThat(withdrawn.get("status")).isEqualTo("WITHDRAWN");
        assertThat(answers(withdrawn).getFirst()).containsEntry("status", "LAPSED");
        assertThat(eventsOf(recommendation)).last().isEqualTo("finance.RecommendationLapsed");
        Answer late = post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(1));
        assertThat(late.code()).isEqualTo("STATE_CONFLICT");
        assertThat(rows(get(office, FIGURES + "?bankId=" + bank.id()), "banks"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .as("what a bank was recommended adds up")
                        .containsEntry("recommended", 1)
                        .containsEntry("lapsed", 1));
        assertThat(declare(owner).status()).isEqualTo(201);
    }

    @Test
    void what_an_enterprise_declared_itself_ends_with_its_code_and_nothing_more_is_declared() {
        UUID recommendation = recommendation();
        UUID id = caseOf(recommendation);
        assertThat(get(bankOfficer, RECOMMENDED + "/" + recommendation).body())
                .containsEntry("contactPhone", "13812345678");

        codeIs(CodeStatus.FROZEN, owner.enterpriseId(), clock.instant().plusSeconds(1));
        assertThat(get(office, CASES + "/" + id).get("status")).isEqualTo("RECOMMENDED");
        codeIs(CodeStatus.REVOKED, owner.enterpriseId(), clock.instant().plusSeconds(1));

        Answer ended = get(office, CASES + "/" + id);
        assertThat(ended.body()).containsEntry("status", "WITHDRAWN").containsEntry("contactShared", false);
        assertThat(ended(id)).containsExactly("WITHDRAWN");
        assertThat(eventsOf(recommendation)).last().isEqualTo("finance.RecommendationLapsed");
        assertThat(promiseState(recommendation)).isNotEqualTo("RUNNING");
        assertThat(get(bankOfficer, RECOMMENDED + "/" + recommendation).body().toString())
                .doesNotContain("13812345678");
        Answer late = declare(owner);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("CODE_ENDED");
    }

    @Test
    void the_consent_that_stands_after_the_banks_answers_ends_with_the_code_and_no_further_bank_is_told_whom_to_call() {
        UUID recommendation = recommendation();
        post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(0));
        UUID id = caseOf(recommendation);

        codeIs(CodeStatus.REVOKED, owner.enterpriseId(), clock.instant().plusSeconds(1));

        Answer ended = get(office, CASES + "/" + id);
        assertThat(ended.get("status")).isEqualTo("WITHDRAWN");
        assertThat(answers(ended).getFirst()).as("what the bank answered stays").containsEntry("status", "GRANTED");
        Bank second = aBank();
        aProductOf(second);
        assertThat(addBanks(ended, second).code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void of_a_case_that_is_recommended_further_while_the_code_ends_nothing_goes_on() throws Exception {
        UUID recommendation = recommendation();
        Answer open = get(office, CASES + "/" + caseOf(recommendation));
        Bank second = aBank();
        aProductOf(second);

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> further = transaction.execute(status -> {
                jdbc.sql("select pg_advisory_xact_lock(hashtext('coordination of'), hashtext(?))")
                        .param(String.valueOf(owner.enterpriseId()))
                        .query()
                        .listOfRows();
                Future<Answer> running = threads.submit(() -> addBanks(open, second));
                await().pollInSameThread().until(() -> running.isDone() || somebodyWaits());
                assertThat(jdbc.sql("select id from coordination_case where id = ? for update skip locked")
                                .param(open.id())
                                .query(UUID.class)
                                .list())
                        .as("who waits for the enterprise keeps nobody from its case")
                        .hasSize(1);
                codeIs(CodeStatus.REVOKED, owner.enterpriseId(), clock.instant().plusSeconds(1));
                return running;
            });
            assertThat(further.get().code()).isEqualTo("VERSION_CONFLICT");
        }

        assertThat(get(office, CASES + "/" + open.id()).get("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_an_officer_declared_after_a_visit_goes_on_without_a_code() {
        Answer visit = post(townOfficer, VISITS, visit(true), key());

        codeIs(CodeStatus.REVOKED, owner.enterpriseId(), clock.instant().plusSeconds(1));

        assertThat(get(office, CASES + "/" + visit.get("caseId")).get("status")).isEqualTo("DECLARED");
    }

    @Test
    void what_was_declared_under_a_later_code_stands_though_the_end_of_the_earlier_is_heard_of_after_that() {
        codeIssued(owner.enterpriseId(), clock.instant());
        clock.forward(Duration.ofSeconds(1));
        Answer under = declare(owner);

        codeIs(CodeStatus.REVOKED, owner.enterpriseId(), clock.instant().minusSeconds(3600));

        assertThat(get(owner, MINE + "/" + under.id()).get("status")).isEqualTo("DECLARED");
    }

    @Test
    void what_an_end_that_was_heard_of_before_has_left_declared_ends_within_the_hour() {
        Answer left = declare(owner);
        jdbc.sql("insert into code_end (enterprise_id, ended_at) values (?, ?)")
                .params(owner.enterpriseId(), BusinessTime.at(clock.instant().plusSeconds(1)))
                .update();

        taken.sweep();

        assertThat(get(office, CASES + "/" + left.id()).get("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void without_the_enterprises_word_nothing_is_declared() {
        Map<String, Object> alone = declaration();
        alone.put("consent", false);
        assertThat(post(owner, MINE, alone, key()).code()).isEqualTo("CONSENT_REQUIRED");
        Map<String, Object> visit = visit(true);
        visit.put("agreed", false);
        Answer refused = post(townOfficer, VISITS, visit, key());
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.body().toString()).contains("agreed");
        visit.put("agreed", true);
        visit.remove("need");
        assertThat(post(townOfficer, VISITS, visit, key()).body().toString()).contains("融资需求");
    }

    @Test
    void a_visit_of_a_day_is_recorded_once_and_only_in_the_own_town() {
        assertThat(post(townOfficer, VISITS, visit(false), key()).status()).isEqualTo(201);
        assertThat(post(townOfficer, VISITS, visit(false), key()).code()).isEqualTo("VISIT_ALREADY_RECORDED");
        CurrentUser elsewhere = TestUsers.ofTown(Ids.next(), "T-elsewhere", FinancePermissions.VISIT);
        assertThat(post(elsewhere, VISITS, visit(false), key()).code()).isEqualTo("VISIT_OUT_OF_REACH");
        assertThat(post(bankOfficer, VISITS, visit(false), key()).status()).isEqualTo(201);
        Map<String, Object> tomorrow = visit(false);
        tomorrow.put("visitedOn", today().plusDays(1).toString());
        assertThat(post(office, VISITS, tomorrow, key()).body().toString()).contains("visitedOn");

        assertThat(get(townOfficer, VISITS).get("total"))
                .as("both lie in the town")
                .isEqualTo(2);
        assertThat(get(bankOfficer, VISITS).get("total")).as("the bank's own").isEqualTo(1);
        assertThat(get(elsewhere, VISITS).get("total")).isEqualTo(0);
        assertThat(get(office, VISITS + "?townCode=" + town).get("total")).isEqualTo(2);
        assertThat(get(office, VISITS + "?needed=false&townCode=" + town).get("total"))
                .isEqualTo(0);
        String file = ExportedFile.of(client.as(townOfficer), VISITS + "/export")
                .rows()
                .toString();
        assertThat(file).contains(NAME).contains("测试镇街干部");
    }

    @Test
    void photos_of_a_visit_are_seen_by_those_alone_to_whom_the_visit_is_shown() {
        Answer photo = uploaded(townOfficer, FILES, "IMG_0001.jpg", aPicture());
        assertThat(photo.status()).as(photo.body().toString()).isEqualTo(201);
        assertThat(photo.body()).containsEntry("contentType", "image/png").containsEntry("name", "IMG_0001.png");
        Answer paper = uploaded(townOfficer, FILES, "订单.pdf", TestPdf.ofOnePage());
        assertThat(get(office, FILES + "/" + photo.id()).status())
                .as("before the visit it is nobody else's")
                .isEqualTo(404);
        Map<String, Object> visit = visit(true);
        visit.put("files", List.of(Map.of("id", photo.id(), "words", "车间内两条生产线在运行"), Map.of("id", paper.id())));

        Answer recorded = post(townOfficer, VISITS, visit, key());

        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(rows(recorded, "files")).extracting(it -> it.get("words")).containsExactly("车间内两条生产线在运行", null);
        assertThat(rows(get(office, CASES + "/" + recorded.get("caseId")), "visitFiles"))
                .extracting(it -> it.get("id"))
                .containsExactly(photo.id().toString(), paper.id().toString());
        assertThat(bytesOf(office, photo.id())).isEqualTo(aPicture());
        CurrentUser elsewhere = TestUsers.ofTown(Ids.next(), "T-elsewhere", FinancePermissions.VISIT);
        assertThat(get(elsewhere, FILES + "/" + photo.id()).status()).isEqualTo(404);

        recommend(UUID.fromString((String) recorded.get("caseId")), 0, allMet());
        assertThat(rows(get(bankOfficer, CASES + "/" + recorded.get("caseId")), "visitFiles"))
                .as("a bank answers by the case, not by what an officer photographed")
                .isEmpty();
        assertThat(get(bankOfficer, FILES + "/" + photo.id()).status()).isEqualTo(404);
        assertThat(rows(get(owner, MINE + "/" + recorded.get("caseId")), "visitFiles"))
                .isEmpty();
    }

    @Test
    void what_a_phone_writes_into_a_photo_is_not_kept() {
        byte[] photo = TestPhoto.ofAPhone();
        assertThat(TestPhoto.tellsOfItsPhone(photo)).isTrue();
        Answer stored = uploaded(townOfficer, FILES, "IMG_0002.jpg", photo);
        byte[] kept = bytesOf(townOfficer, stored.id());
        assertThat(TestPhoto.tellsOfItsPhone(kept)).isFalse();
        assertThat(stored.body()).containsEntry("size", kept.length).containsEntry("contentType", "image/jpeg");
    }

    @Test
    void an_unused_photo_is_taken_back_at_once_by_who_took_it_and_by_nobody_else() {
        UUID wrong = uploaded(townOfficer, FILES, "拍错了.png", aPicture()).id();
        CurrentUser colleague = TestUsers.ofTown(Ids.next(), "T-elsewhere", FinancePermissions.VISIT);
        assertThat(delete(colleague, FILES + "/" + wrong)).isEqualTo(404);

        assertThat(delete(townOfficer, FILES + "/" + wrong)).isEqualTo(204);

        assertThat(get(townOfficer, FILES + "/" + wrong).status()).isEqualTo(404);
        assertThat(delete(townOfficer, FILES + "/" + wrong)).isEqualTo(404);
        Map<String, Object> visit = visit(false);
        UUID kept = uploaded(townOfficer, FILES, "厂房.png", aPicture()).id();
        visit.put("files", List.of(Map.of("id", kept)));
        assertThat(post(townOfficer, VISITS, visit, key()).status()).isEqualTo(201);
        assertThat(delete(townOfficer, FILES + "/" + kept)).as("of a visit").isEqualTo(404);
        assertThat(bytesOf(townOfficer, kept)).isEqualTo(aPicture());
    }

    @Test
    void a_photo_goes_with_one_visit_of_the_officer_who_took_it() {
        UUID photo = uploaded(townOfficer, FILES, "厂房.png", aPicture()).id();
        Map<String, Object> another = visit(false);
        another.put("files", List.of(Map.of("id", photo)));
        assertThat(post(bankOfficer, VISITS, another, key()).body().toString()).contains("files");
        assertThat(get(bankOfficer, VISITS).get("total"))
                .as("neither is the visit kept")
                .isEqualTo(0);
        assertThat(post(townOfficer, VISITS, another, key()).status()).isEqualTo(201);
        another.put("visitedOn", today().minusDays(1).toString());
        assertThat(post(townOfficer, VISITS, another, key()).body().toString()).contains("files");
        another.put(
                "files",
                IntStream.range(0, VisitFiles.MOST + 1)
                        .mapToObj(i -> Map.of("id", Ids.next()))
                        .toList());
        assertThat(post(townOfficer, VISITS, another, key()).body().toString()).contains("最多 9 份");
    }

    @Test
    void photos_without_a_visit_are_limited_and_go_after_a_week_but_never_those_of_a_visit() {
        UUID kept = uploaded(townOfficer, FILES, "厂房.png", aPicture()).id();
        Map<String, Object> visit = visit(false);
        visit.put("files", List.of(Map.of("id", kept)));
        assertThat(post(townOfficer, VISITS, visit, key()).status()).isEqualTo(201);
        UUID unused = Ids.next();
        for (int i = 0; i < VisitFiles.MOST_UNUSED; i++) {
            unused = uploaded(townOfficer, FILES, "厂房.png", aPicture()).id();
        }
        assertThat(uploaded(townOfficer, FILES, "厂房.png", aPicture()).code()).isEqualTo("TOO_MANY_FILES");

        visitFiles.removeUnused();
        assertThat(bytesOf(townOfficer, unused)).isEqualTo(aPicture());
        clock.forward(Duration.ofDays(8));
        visitFiles.removeUnused();

        assertThat(get(townOfficer, FILES + "/" + unused).status()).isEqualTo(404);
        assertThat(bytesOf(townOfficer, kept)).isEqualTo(aPicture());
        assertThat(uploaded(townOfficer, FILES, "厂房.png", aPicture()).status()).isEqualTo(201);
    }

    @Test
    void of_two_officers_at_once_one_answers() throws Exception {
        UUID recommendation = recommendation();

        List<Answer> answers = atOnce(IntStream.range(0, 3)
                .mapToObj(i -> answererOf(bank))
                .<Callable<Answer>>map(
                        officer -> () -> post(officer, RECOMMENDED + "/" + recommendation + "/grant", grant(0)))
                .toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void a_refusal_has_a_reason_of_the_catalogue_and_words_and_another_bank_may_be_asked() {
        Answer declared = declare(owner);
        Answer recommended = recommend(declared.id(), 0, allMet());
        String path = RECOMMENDED + "/" + answers(recommended).getFirst().get("id");
        assertThat(post(bankOfficer, path + "/refuse", Map.of("version", 0, "reasonCode", "NOPE", "words", "条件不具备"))
                        .code())
                .isEqualTo("REFUSAL_REASON_UNKNOWN");
        assertThat(post(bankOfficer, path + "/refuse", Map.of("version", 0, "reasonCode", "COLLATERAL", "words", " "))
                        .status())
                .isEqualTo(400);
        Answer refused = post(
                bankOfficer, path + "/refuse", Map.of("version", 0, "reasonCode", "COLLATERAL", "words", "没有可抵押的资产"));
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(200);
        Answer ended = get(office, CASES + "/" + declared.id());
        assertThat(ended.get("status")).isEqualTo("ANSWERED");
        Bank second = aBank();
        aProductOf(second);

        assertThat(addBanks(ended, bank).code()).isEqualTo("BANK_ALREADY_RECOMMENDED");
        Answer again = addBanks(ended, second);

        assertThat(again.get("status")).isEqualTo("RECOMMENDED");
        UUID next = UUID.fromString((String) answers(again).getLast().get("id"));
        Answer served = post(
                answererOf(second),
                RECOMMENDED + "/" + next + "/already-served",
                Map.of("version", 0, "words", "已有 50 万元信用贷款"));
        assertThat(served.status()).as(served.body().toString()).isEqualTo(200);
        assertThat(get(owner, MINE + "/" + declared.id()).get("status")).isEqualTo("ANSWERED");
        Answer ofBank = get(answererOf(second), CASES + "/" + declared.id());
        assertThat(answers(ofBank)).as("a bank reads what it answers itself").hasSize(1);
        assertThat(ofBank.body()).containsEntry("findings", List.of());
    }

    @Test
    void what_data_knows_nobody_overrules_and_a_rejection_says_why() {
        registered(owner.enterpriseId(), EnterpriseStatus.REVOKED);
        Answer declared = declare(owner);
        assertThat(recommend(declared.id(), 0, allMet()).code()).isEqualTo("CRITERIA_KNOWN_BY_DATA");

        Answer rejected = post(
                office,
                CASES + "/" + declared.id() + "/reject",
                Map.of("version", 0, "edition", edition(), "findings", List.of(), "reason", "营业执照已吊销"));

        assertThat(rejected.status()).as(rejected.body().toString()).isEqualTo(200);
        assertThat(get(owner, MINE + "/" + declared.id()).body())
                .containsEntry("status", "REJECTED")
                .containsEntry("rejection", "营业执照已吊销");
        assertThat(eventsOf(declared.id()))
                .contains("finance.CoordinationDeclared", "finance.CoordinationRejected", "finance.CoordinationEnded");
        assertThat(post(owner, MINE + "/" + declared.id() + "/withdraw", Map.of("version", rejected.version()))
                        .code())
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void a_changed_criterion_is_a_new_edition_and_what_was_looked_at_before_is_not_decided_by_it() {
        Answer declared = declare(owner);
        int before = edition();
        List<Map<String, Object>> criteria = new ArrayList<>(currentCriteria());
        Map<String, Object> first = new HashMap<>(criteria.getFirst());
        first.put("explanation", "企业依法登记、存续经营。第二次说明。");
        first.put("facts", List.of("REGISTER_ACTIVE"));
        criteria.set(0, first);
        Map<String, Object> change = Map.of("edition", before, "criteria", criteria, "note", "异常名录由登记状态反映");

        Answer changed = put(change);

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.get("edition")).isEqualTo(before + 1);
        assertThat(put(change).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(post(
                                office,
                                CASES + "/" + declared.id() + "/reject",
                                Map.of("version", 0, "edition", before, "findings", List.of(), "reason", "按旧标准核查"))
                        .code())
                .isEqualTo("VERSION_CONFLICT");
        assertThat(standings(get(office, CASES + "/" + declared.id() + "/check")))
                .containsEntry("LAWFUL", "MET");
        Map<String, Object> back = new HashMap<>(first);
        back.put("facts", List.of("REGISTER_ACTIVE", "NO_MAJOR_VIOLATION"));
        criteria.set(0, back);
        assertThat(put(Map.of("edition", before + 1, "criteria", criteria, "note", "恢复"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void figures_equal_the_lists_they_lead_to() {
        UUID recommendation = recommendation();
        post(townOfficer, VISITS, visit(false), key());
        post(
                bankOfficer,
                RECOMMENDED + "/" + recommendation + "/refuse",
                Map.of("version", 0, "reasonCode", "DEBT_TOO_HIGH", "words", "负债率 90%"));

        Answer figures = get(office, FIGURES + "?townCode=" + town);

        assertThat(map(figures, "all"))
                .containsEntry("visited", 1)
                .containsEntry("declared", 1)
                .containsEntry("recommended", 1)
                .containsEntry("granted", 0)
                .containsEntry("refused", 1)
                .containsEntry("pending", 0)
                .containsEntry("averageWorkingDays", 0.0);
        assertThat(rows(figures, "towns"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("townCode", town)
                        .containsEntry("visited", 1)
                        .containsEntry("declaredAmount", 500_000.0));
        assertThat(rows(figures, "banks"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("bankId", bank.id().toString())
                        .containsEntry("refused", 1)
                        .containsEntry("averageWorkingDays", 0.0));
        assertThat(rows(figures, "reasons"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).containsEntry("code", "DEBT_TOO_HIGH").containsEntry("refused", 1));
        assertThat(get(office, RECOMMENDED + "?answer=REFUSED&townCode=" + town).get("total"))
                .isEqualTo(1);
        assertThat(get(office, RECOMMENDED + "?reason=DEBT_TOO_HIGH&bankId=" + bank.id())
                        .get("total"))
                .isEqualTo(1);
        assertThat(get(office, CASES + "?status=ANSWERED&townCode=" + town).get("total"))
                .isEqualTo(1);
        for (String file : List.of("towns", "banks")) {
            assertThat(ExportedFile.of(
                                    client.as(office), "/api/finance/coordination/" + file + "/export?townCode=" + town)
                            .rows())
                    .isNotEmpty();
        }
        assertThat(ExportedFile.of(client.as(bankOfficer), RECOMMENDED + "/export")
                        .rows()
                        .toString())
                .contains(NAME)
                .contains("负债率 90%");
        assertThat(ExportedFile.of(client.as(office), CASES + "/export?townCode=" + town)
                        .rows()
                        .toString())
                .contains(NAME);
    }

    @Test
    void a_bank_that_is_silent_beyond_its_promise_is_not_waited_for_and_keeps_that_it_did_not_answer() {
        UUID recommendation = recommendation();
        Answer open = items(get(office, CASES + "?townCode=" + town)).stream()
                .map(it -> new Answer(200, it))
                .findFirst()
                .orElseThrow();
        Answer early = close(open, office);
        assertThat(early.code()).isEqualTo("BANKS_STILL_IN_TIME");
        assertThat(close(open, bankOfficer).status()).isEqualTo(403);

        clock.forward(Duration.ofDays(20));
        Answer closed = close(open, office);

        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
        assertThat(closed.body()).containsEntry("status", "CLOSED").containsEntry("closing", "三次催办没有答复");
        assertThat(answers(closed).getFirst()).containsEntry("status", "UNANSWERED");
        assertThat(eventsOf(recommendation))
                .containsExactly("finance.EnterpriseRecommended", "finance.RecommendationClosed");
        assertThat(ended(open.id())).containsExactly("UNANSWERED");
        assertThat(post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(1))
                        .code())
                .as("a late answer")
                .isEqualTo("STATE_CONFLICT");
        assertThat(rows(get(office, FIGURES + "?bankId=" + bank.id()), "banks"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("recommended", 1)
                        .containsEntry("pending", 0)
                        .containsEntry("unanswered", 1));
        Answer afterwards = get(bankOfficer, RECOMMENDED + "/" + recommendation);
        assertThat(afterwards.body())
                .as("whom to call is not for a bank that did not answer")
                .containsEntry("contactShared", false)
                .containsEntry("contactPhone", "");
        Bank second = aBank();
        aProductOf(second);
        assertThat(addBanks(closed, second).get("status")).isEqualTo("RECOMMENDED");
    }

    @Test
    void that_one_bank_is_silent_does_not_undo_that_another_grants() {
        UUID recommendation = recommendation();
        UUID id = caseOf(recommendation);
        Bank second = aBank();
        aProductOf(second);
        addBanks(get(office, CASES + "/" + id), second);
        post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(0));
        clock.forward(Duration.ofDays(20));

        assertThat(close(get(office, CASES + "/" + id), office).status()).isEqualTo(200);

        assertThat(ended(id))
                .as("who filed it hears that it has what it was for")
                .containsExactly("FUNDED");
    }

    @Test
    void after_the_answers_the_enterprise_ends_its_consent_and_only_it_still_sees_whom_to_call() {
        UUID recommendation = recommendation();
        post(bankOfficer, RECOMMENDED + "/" + recommendation + "/grant", grant(0));
        Map<String, Object> answered =
                items(get(office, CASES + "?townCode=" + town)).getFirst();
        UUID id = UUID.fromString((String) answered.get("id"));
        assertThat(get(bankOfficer, RECOMMENDED + "/" + recommendation).body())
                .as("a bank that granted still has to call")
                .containsEntry("contactPhone", "13812345678");

        Answer withdrawn = post(owner, MINE + "/" + id + "/withdraw", Map.of("version", answered.get("version")));

        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
        assertThat(withdrawn.body())
                .containsEntry("status", "WITHDRAWN")
                .containsEntry("contactShared", true)
                .containsEntry("contactName", "李经理");
        assertThat(answers(withdrawn).getFirst())
                .as("what the bank answered stays")
                .containsEntry("status", "GRANTED");
        for (Answer seen :
                List.of(get(bankOfficer, RECOMMENDED + "/" + recommendation), get(office, CASES + "/" + id))) {
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.body()).containsEntry("contactShared", false).containsEntry("contactName", "");
            assertThat(seen.body().toString()).doesNotContain("13812345678");
        }
        assertThat(ended(id)).containsExactly("FUNDED", "WITHDRAWN");
        assertThat(rows(get(office, FIGURES + "?bankId=" + bank.id()), "banks").getFirst())
                .containsEntry("granted", 1);
    }

    @Test
    void who_filed_a_case_after_a_visit_is_named_by_its_outcome() {
        Answer visit = post(townOfficer, VISITS, visit(true), key());
        UUID id = UUID.fromString((String) visit.get("caseId"));
        Answer recommended = recommend(id, 0, allMet());
        Object recommendation = answers(recommended).getFirst().get("id");

        post(
                bankOfficer,
                RECOMMENDED + "/" + recommendation + "/refuse",
                Map.of("version", 0, "reasonCode", "COLLATERAL", "words", "没有可抵押的资产"));

        assertThat(ended(id)).containsExactly("NOT_FUNDED");
        assertThat(jdbc.sql(
                                "select data ->> 'filedBy' from outbox where subject = ? and type = 'finance.CoordinationEnded'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(String.valueOf(townOfficer.institutionId()));
    }

    private Answer close(Answer of, CurrentUser by) {
        return post(by, CASES + "/" + of.id() + "/close", Map.of("version", of.version(), "reason", "三次催办没有答复"));
    }

    private List<String> ended(UUID id) {
        return jdbc.sql(
                        "select data ->> 'outcome' from outbox where subject = ? and type = 'finance.CoordinationEnded' order by seq")
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void a_supervisor_finds_what_banks_owe_on_the_board() {
        UUID recommendation = recommendation();
        CurrentUser head = TestUsers.ofBank(bank.id(), FinancePermissions.SUPERVISE_ANSWERS);

        Answer board = get(head, "/api/finance/promises?kind=COORDINATION_ANSWER&size=100&standing=OPEN");

        assertThat(items(board)).extracting(it -> it.get("caseId")).containsExactly(recommendation.toString());
        Object promise = items(board).getFirst().get("id");
        assertThat(post(head, "/api/finance/promises/" + promise + "/urge?kind=COORDINATION_ANSWER", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from outbox where type = 'finance.RecommendationPromiseCalled'"
                                + " and data -> 'call' ->> 'caseId' = ?")
                        .param(recommendation.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Answer asked = post(
                bankOfficer,
                RECOMMENDED + "/" + recommendation + "/ask-extension",
                Map.of("workingDays", 3, "reason", "等待现场评估"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(204);
        Answer decided = post(
                head,
                "/api/finance/promises/" + promise + "/decide-extension?kind=COORDINATION_ANSWER",
                Map.of("approved", true));
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(204);
        assertThat(eventsOf(recommendation)).contains("finance.RecommendationPromiseExtended");
    }

    @Test
    void the_phone_lies_encrypted() {
        Answer declared = declare(owner);

        assertThat(jdbc.sql("select contact_phone from coordination_case where id = ?")
                        .param(declared.id())
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
        assertThatThrownBy(() -> jdbc.sql("update coordination_case set contact_phone = '13812345678' where id = ?")
                        .param(declared.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("coordination_case_phone_encrypted");
    }

    private UUID recommendation() {
        Answer recommended = recommend(declare(owner).id(), 0, allMet());
        assertThat(recommended.status()).as(recommended.body().toString()).isEqualTo(200);
        return UUID.fromString((String) answers(recommended).getFirst().get("id"));
    }

    private UUID caseOf(UUID recommendation) {
        return jdbc.sql("select case_id from coordination_recommendation where id = ?")
                .param(recommendation)
                .query(UUID.class)
                .single();
    }

    private static CurrentUser answererOf(Bank employer) {
        return TestUsers.ofBank(employer.id(), FinancePermissions.ANSWER_RECOMMENDATIONS, FinancePermissions.VISIT);
    }

    private Answer declare(CurrentUser who) {
        return post(who, MINE, declaration(), key());
    }

    private static Map<String, Object> need() {
        return Map.of("amount", 500_000, "termMonths", 12, "purpose", "采购原材料、支付货款", "creditKind", "UNSECURED");
    }

    private static Map<String, Object> declaration() {
        return new HashMap<>(
                Map.of("need", need(), "contactName", "李经理", "contactPhone", "13812345678", "consent", true));
    }

    private Map<String, Object> visit(boolean declared) {
        Map<String, Object> visit = new HashMap<>(Map.of(
                "enterpriseId",
                owner.enterpriseId(),
                "visitedOn",
                today().toString(),
                "words",
                "现场生产正常，订单充足",
                "need",
                need(),
                "declared",
                declared));
        if (declared) {
            visit.putAll(Map.of("agreed", true, "contactName", "李经理", "contactPhone", "13812345678"));
        }
        return visit;
    }

    private static Map<String, Object> grant(int version) {
        return Map.of("version", version, "amount", 300_000, "rate", 3.45, "termMonths", 12, "words", "可随借随还");
    }

    private static Map<String, Object> finding(String code, boolean met) {
        return Map.of("code", code, "met", met, "words", "现场核实");
    }

    private static List<Map<String, Object>> said(String code, boolean met) {
        return List.of(finding(code, met));
    }

    private static List<Map<String, Object>> allMet() {
        return List.of(
                finding("LAWFUL", true),
                finding("PREMISES", true),
                finding("CREDIT", true),
                finding("REAL_NEED", true),
                finding("LAWFUL_PURPOSE", true));
    }

    private Answer recommend(UUID id, int version, List<Map<String, Object>> findings) {
        return post(
                office,
                CASES + "/" + id + "/recommend",
                Map.of("version", version, "edition", edition(), "findings", findings, "banks", List.of(bank.id())));
    }

    private Answer addBanks(Answer of, Bank to) {
        return post(
                office,
                CASES + "/" + of.id() + "/add-banks",
                Map.of("version", of.version(), "banks", List.of(to.id())));
    }

    private Answer put(Map<String, Object> change) {
        return answerOf(client.as(office).put().uri(CRITERIA).body(change).exchange());
    }

    private int edition() {
        return jdbc.sql("select max(edition) from coordination_criteria")
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> currentCriteria() {
        List<Map<String, Object>> editions = client.as(office)
                .get()
                .uri(CRITERIA)
                .exchange()
                .returnResult(List.class)
                .getResponseBody();
        return (List<Map<String, Object>>) editions.getFirst().get("criteria");
    }

    private static Map<String, Object> standings(Answer check) {
        Map<String, Object> found = new HashMap<>();
        rows(check, "findings").forEach(it -> found.put((String) it.get("code"), it.get("standing")));
        return found;
    }

    private static List<Map<String, Object>> answers(Answer it) {
        return rows(it, "answers");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Answer it, String member) {
        return (List<Map<String, Object>>) it.get(member);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Answer it, String member) {
        return (Map<String, Object>) it.get(member);
    }

    private String promiseState(UUID recommendation) {
        return jdbc.sql("select state from promise where kind = 'COORDINATION_ANSWER' and case_id = ?")
                .param(recommendation)
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }

    private byte[] bytesOf(CurrentUser who, UUID file) {
        return client.as(who)
                .get()
                .uri(FILES + "/" + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    private static String key() {
        return Ids.next().toString();
    }

    private void registered(UUID id, EnterpriseStatus status) {
        when(registerOfOthers.enterprise(id))
                .thenReturn(new EnterpriseRecord(
                        id,
                        "91500113MAX5XQ4WX4",
                        NAME,
                        "企业",
                        "周敏",
                        new BigDecimal("500"),
                        LocalDate.parse("2019-04-01"),
                        "C3393",
                        "锻件及粉末冶金制品制造",
                        town,
                        "示例街道",
                        "500113",
                        "示例路 8 号",
                        status,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
