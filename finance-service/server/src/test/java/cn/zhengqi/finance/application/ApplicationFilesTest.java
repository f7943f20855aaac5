package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an enterprise hands in for its bank, and who opens it. */
class ApplicationFilesTest extends FinanceServiceTest {

    private static final String FILES = "/api/finance/application-files";
    private static final String MINE = "/api/finance/my/applications/";

    @Autowired
    private ApplicationFiles files;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void time_is_as_it_was() {
        clock.reset();
    }

    @Test
    void what_the_bank_asked_for_is_answered_by_a_file_without_words_and_the_bank_opens_it() {
        Answer it = asked();
        UUID statement = upload("近六个月流水.png");

        assertThat(supply(it, Map.of()).code()).as("nothing").isEqualTo("VALIDATION_FAILED");
        Answer supplied = supply(it, Map.of("files", List.of(statement)));

        assertThat(supplied.get("status")).isEqualTo("IN_REVIEW");
        assertThat(filesOf(supplied, "MATERIAL_SUPPLIED")).containsExactly("近六个月流水.png");
        Answer seen = get(officer, "/api/finance/applications/" + it.id());
        assertThat(filesOf(seen, "MATERIAL_SUPPLIED")).containsExactly("近六个月流水.png");
        assertThat(bytesOf(officer, statement)).isEqualTo(aPicture());
        assertThat(bytesOf(enterprise, statement)).isEqualTo(aPicture());
    }

    @Test
    void files_are_handed_in_beside_an_application_until_the_bank_has_decided() {
        Answer it = submit(enterprise, application());
        it = add(it, upload("营业执照.png"), upload("购销合同.png"));
        assertThat(filesOf(it, "FILES_ADDED")).containsExactly("营业执照.png", "购销合同.png");
        assertThat(eventsOf(it.id())).contains("finance.LoanFilesAdded");
        it = act(officer, it.id(), "accept", Map.of("version", it.version()));
        it = add(it, upload("纳税证明.png"));
        assertThat(it.status()).isEqualTo(200);
        assertThat(act(officer, it.id(), "approve", approval(it.version() - 1)).code())
                .as("who decides has seen what came last")
                .isEqualTo("VERSION_CONFLICT");
        it = act(officer, it.id(), "approve", approval(it.version()));

        UUID late = upload("太晚.png");
        assertThat(add(it, late).code()).isEqualTo("STATE_CONFLICT");
        assertThat(delete(enterprise, FILES + "/" + late)).as("stays unused").isEqualTo(204);
    }

    @Test
    void while_the_bank_waits_for_material_files_go_with_the_answer() {
        Answer it = asked();
        assertThat(add(it, upload("流水.png")).code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void each_opening_by_the_bank_is_on_record_and_told_to_the_enterprise_and_its_own_is_not() {
        Answer it = submit(enterprise, application());
        UUID file = upload("流水.png");
        add(it, file);

        bytesOf(enterprise, file);
        assertThat(told(it.id())).isEmpty();
        bytesOf(officer, file);

        assertThat(told(it.id())).singleElement().asString().contains("\"document\": \"流水.png\"", officer.name());
        assertThat(jdbc.sql("""
                        select data ->> 'changes' from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'APPLICATION_FILE_READ' and data ->> 'subjectId' = ?""").param(it.id().toString()).query(String.class).list())
                .singleElement()
                .asString()
                .contains("流水.png");
    }

    @Test
    void for_everybody_else_a_file_is_not_there_and_the_finance_office_reads_of_none() {
        Answer it = submit(enterprise, application());
        UUID file = upload("流水.png");
        assertThat(get(officer, FILES + "/" + file).status())
                .as("not handed in yet")
                .isEqualTo(404);
        add(it, file);
        CurrentUser office =
                TestUsers.ofDepartment(Ids.next(), "finance.application.read-all", "finance.application.handle");

        for (CurrentUser stranger : List.of(anEnterprise(), officerOf(aBank()), office)) {
            assertThat(get(stranger, FILES + "/" + file).status()).isEqualTo(404);
        }
        assertThat(told(it.id())).isEmpty();
        Answer read = get(financeOffice, "/api/finance/applications/" + it.id());
        assertThat(read.get("timeline").toString()).contains("FILES_ADDED").doesNotContain("流水.png");
    }

    @Test
    void the_system_of_the_bank_opens_what_the_timeline_names_and_no_other_system_does() {
        Answer it = submit(enterprise, application());
        UUID file = upload("流水.png");
        add(it, file);
        Answer another = submit(anEnterprise(), application());
        String path = "/openapi/v1/applications/" + it.id() + "/files/" + file;

        assertThat(opened(systemOf(bank, false), path)).isEqualTo(200);

        assertThat(told(it.id())).singleElement().asString().contains("信贷系统", "流水.png");
        assertThat(opened(systemOf(aBank(), false), path)).isEqualTo(404);
        assertThat(opened(systemOf(bank, true), path)).as("sandbox").isEqualTo(404);
        assertThat(opened(systemOf(bank, false), "/openapi/v1/applications/" + another.id() + "/files/" + file))
                .as("of another application")
                .isEqualTo(404);
    }

    @Test
    void a_file_goes_with_one_application_of_the_enterprise_that_uploaded_it() {
        Answer it = submit(enterprise, application());
        UUID strange = uploaded(anEnterprise(), FILES, "流水.png", aPicture()).id();
        assertThat(add(it, strange).code()).isEqualTo("VALIDATION_FAILED");
        UUID file = upload("流水.png");
        assertThat(add(it, file, file).code()).as("twice").isEqualTo("VALIDATION_FAILED");
        Answer added = add(it, file);
        assertThat(added.status()).as("nothing of what was refused is kept").isEqualTo(200);
        assertThat(add(added, file).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(delete(enterprise, FILES + "/" + file))
                .as("of an application")
                .isEqualTo(404);
        assertThat(add(
                                added,
                                IntStream.range(0, ApplicationFiles.MOST + 1)
                                        .mapToObj(i -> Ids.next())
                                        .toArray(UUID[]::new))
                        .body()
                        .toString())
                .contains("一次最多 20 份");
    }

    @Test
    void an_unused_file_is_shown_to_and_taken_back_by_who_uploaded_it_and_nobody_else() {
        UUID wrong = upload("选错了.png");
        CurrentUser colleague = colleague();

        assertThat(unused(enterprise)).extracting(ApplicationFile::id).containsExactly(wrong);
        for (CurrentUser other : List.of(colleague, anEnterprise())) {
            assertThat(unused(other)).isEmpty();
            assertThat(delete(other, FILES + "/" + wrong)).isEqualTo(404);
        }
        assertThat(delete(enterprise, FILES + "/" + wrong)).isEqualTo(204);
        assertThat(get(enterprise, FILES + "/" + wrong).status()).isEqualTo(404);
        assertThat(unused(enterprise)).isEmpty();
    }

    @Test
    void which_of_several_files_are_not_there_any_more_is_said_and_none_of_the_others_is_handed_in() {
        Answer it = submit(enterprise, application());
        UUID there = upload("流水.png");

        Answer refused = add(it, Ids.next(), there, Ids.next());

        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.body().toString()).contains("第 1、3 份文件");
        assertThat(unused(enterprise)).extracting(ApplicationFile::id).containsExactly(there);
    }

    @Test
    void what_a_person_uploaded_is_theirs_to_take_out_with_the_application_that_has_it() {
        Answer it = submit(enterprise, application());
        add(it, upload("流水.png"));
        upload("还没提交.png");

        assertThat((List<?>) get(enterprise, "/api/finance/my/data").get("files"))
                .extracting(file -> ((Map<?, ?>) file).get("name"), file -> ((Map<?, ?>) file).get("applicationNumber"))
                .containsExactly(tuple("还没提交.png", null), tuple("流水.png", it.get("number")));
        assertThat((List<?>) get(colleague(), "/api/finance/my/data").get("files"))
                .isEmpty();
    }

    @Test
    void what_a_file_is_goes_by_its_content() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(uploaded(enterprise, FILES, "流水.pdf", script).code()).isEqualTo("FILE_TYPE_NOT_ALLOWED");
        assertThat(uploaded(enterprise, FILES, "流水.pdf", aPicture()).body()).containsEntry("name", "流水.png");
        assertThat(uploaded(enterprise, FILES, "流水.png", new byte[Papers.MAX_BYTES + 1])
                        .code())
                .isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void unused_files_are_limited_and_go_after_a_week_but_never_those_of_an_application() {
        Answer it = submit(enterprise, application());
        UUID kept = upload("流水.png");
        add(it, kept);
        UUID unused = Ids.next();
        for (int i = 0; i < ApplicationFiles.MOST_UNUSED; i++) {
            unused = upload("流水.png");
        }
        assertThat(uploaded(enterprise, FILES, "流水.png", aPicture()).code()).isEqualTo("TOO_MANY_FILES");
        assertThat(uploaded(colleague(), FILES, "流水.png", aPicture()).status())
                .as("nobody is in the way of their colleagues")
                .isEqualTo(201);
        assertThat(unused(enterprise)).hasSize(ApplicationFiles.MOST_UNUSED);
        assertThat(delete(enterprise, FILES + "/" + unused)).isEqualTo(204);
        unused = upload("流水.png");

        files.removeUnused();
        assertThat(bytesOf(enterprise, unused)).isEqualTo(aPicture());
        clock.forward(Duration.ofDays(8));
        files.removeUnused();

        assertThat(get(enterprise, FILES + "/" + unused).status()).isEqualTo(404);
        assertThat(bytesOf(officer, kept)).isEqualTo(aPicture());
    }

    @Test
    void what_an_application_takes_is_limited_together() {
        Answer it = submit(enterprise, application());
        it = add(it, upload("流水.png"));
        jdbc.sql("update application_file set size = ? where application_id = ?")
                .params(FilesOfOne.MOST_BYTES, it.id())
                .update();

        assertThat(add(it, upload("合同.png")).code()).isEqualTo("APPLICATION_FILES_FULL");
    }

    private Answer asked() {
        Answer it = submit(enterprise, application());
        it = act(officer, it.id(), "accept", Map.of("version", it.version()));
        return act(officer, it.id(), "ask-material", Map.of("version", it.version(), "reason", "近六个月银行流水"));
    }

    private CurrentUser colleague() {
        return TestUsers.ofEnterprise(enterprise.enterpriseId(), "finance.apply");
    }

    private List<ApplicationFile> unused(CurrentUser who) {
        return List.of(Objects.requireNonNull(client.as(who)
                .get()
                .uri(FILES)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ApplicationFile[].class)
                .returnResult()
                .getResponseBody()));
    }

    private UUID upload(String name) {
        return uploaded(enterprise, FILES, name, aPicture()).id();
    }

    private Answer add(Answer to, UUID... handedIn) {
        return post(
                enterprise, MINE + to.id() + "/add-files", Map.of("version", to.version(), "files", List.of(handedIn)));
    }

    private Answer supply(Answer to, Map<String, Object> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("version", to.version());
        return post(enterprise, MINE + to.id() + "/supply-material", body);
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

    private int opened(CallingSystem who, String path) {
        return client.withToken(TestTokens.of(who))
                .get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private List<String> told(UUID application) {
        return jdbc.sql("""
                        select data::text from outbox where type = 'finance.LoanApplicationViewed'
                        and data ->> 'applicationId' = ?""").param(application.toString()).query(String.class).list();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> filesOf(Answer application, String step) {
        return ((List<Map<String, Object>>) application.get("timeline"))
                .stream()
                        .filter(it -> it.get("kind").equals(step))
                        .flatMap(it -> ((List<Map<String, Object>>) it.get("files")).stream())
                        .map(it -> it.get("name"))
                        .toList();
    }
}
