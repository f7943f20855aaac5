package cn.zhengqi.user.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
@ActiveProfiles("test")
class InstitutionsWebTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String[] LOOKS_AFTER = {UserPermissions.READ_INSTITUTIONS, UserPermissions.MANAGE_INSTITUTIONS
    };

    @Autowired
    private ServiceClient service;

    @Autowired
    private ReferenceData reference;

    @Autowired
    private InstitutionTree tree;

    @Autowired
    private JdbcClient jdbc;

    private final CurrentUser operator = TestUsers.operator(LOOKS_AFTER);

    @Test
    void a_branch_is_opened_below_its_bank_and_everybody_sees_how_to_reach_it() {
        Institution bank = institution("CCB");
        UUID branch = created(operator, "BANK", draft("界石支行", bank.id(), "023-66221234"));

        assertThat(detail(operator, branch).parentId()).isEqualTo(bank.id());
        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions/" + bank.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.branches[?(@.name=='界石支行')].phone")
                .isEqualTo("023-66221234");
        assertThat(reference.institution(branch))
                .get()
                .extracting(Institution::name)
                .isEqualTo("界石支行");
        assertThat(recorded("INSTITUTION_CREATED", branch)).isEqualTo(1);
    }

    @Test
    void auth_service_hears_what_stands_above_and_below() {
        UUID bank = created(operator, "BANK", draft("总行", null, ""));
        UUID branch = created(operator, "BANK", draft("分行", bank, ""));
        UUID office = created(operator, "BANK", draft("支行", branch, ""));

        InternalInstitutions.Lineage lineage = Objects.requireNonNull(service.asService("auth-service")
                .get()
                .uri("/internal/institutions/" + branch + "/lineage")
                .exchange()
                .expectBody(InternalInstitutions.Lineage.class)
                .returnResult()
                .getResponseBody());

        assertThat(lineage.upwards()).containsExactlyInAnyOrder(branch, bank);
        assertThat(lineage.below()).containsExactly(office);
    }

    @Test
    void policy_service_hears_which_institutions_are_open() {
        UUID department = created(operator, "DEPARTMENT", draft("某局", null, ""));

        assertThat(service.asService("policy-service")
                        .get()
                        .uri("/internal/institutions/open?ids=" + department + "," + UUID.randomUUID())
                        .exchange()
                        .expectBody(InternalInstitutions.Open[].class)
                        .returnResult()
                        .getResponseBody())
                .containsExactly(new InternalInstitutions.Open(department, "某局", InstitutionType.DEPARTMENT));
        service.asService("auth-service")
                .get()
                .uri("/internal/institutions/open?ids=" + department)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void of_the_contacts_everybody_sees_those_that_are_meant_for_them() {
        UUID bank =
                created(operator, "BANK", draft("公开银行", null, "023-1"), contact("公开人", true), contact("内部人", false));

        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions/" + bank)
                .exchange()
                .expectBody()
                .jsonPath("$.contacts.length()")
                .isEqualTo(1)
                .jsonPath("$.contacts[0].name")
                .isEqualTo("公开人")
                .jsonPath("$.contacts[0].phone")
                .isEqualTo("13800001111");
        assertThat(detail(operator, bank).contacts()).extracting(Contact::name).containsExactly("公开人", "内部人");
    }

    @Test
    void two_who_change_the_same_institution_do_not_overwrite_each_other() {
        UUID id = created(operator, "DEPARTMENT", draft("改名局", null, ""));
        int version = detail(operator, id).version();

        change(operator, id, draft("改名委", null, ""), version).expectStatus().isNoContent();
        change(operator, id, draft("改名办", null, ""), version)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(detail(operator, id).name()).isEqualTo("改名委");
    }

    @Test
    void two_that_are_put_below_each_other_at_the_same_moment_make_no_circle() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID one = created(operator, "DEPARTMENT", draft("甲局" + round, null, ""));
            UUID other = created(operator, "DEPARTMENT", draft("乙局" + round, null, ""));
            String first = "甲局" + round;
            String second = "乙局" + round;
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                both.submit(() -> {
                    start.await();
                    return change(operator, one, draft(first, other, ""), 0);
                });
                both.submit(() -> {
                    start.await();
                    return change(operator, other, draft(second, one, ""), 0);
                });
                start.countDown();
            }

            assertThat(List.of(
                            Optional.ofNullable(detail(operator, one).parentId()),
                            Optional.ofNullable(detail(operator, other).parentId())))
                    .as("one of the two stays at the top")
                    .contains(Optional.empty());
        }
    }

    @Test
    void an_institution_with_people_or_branches_is_not_retired_and_one_without_disappears() {
        UUID bank = created(operator, "BANK", draft("停用银行", null, ""));
        UUID branch = created(operator, "BANK", draft("停用支行", bank, ""));
        UUID person = worksAt(branch);

        retire(operator, bank)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.branches")
                .isEqualTo(1)
                .jsonPath("$.detail")
                .isEqualTo("该机构还有 1 个下级机构，请先停用");
        retire(operator, branch)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(1)
                .jsonPath("$.detail")
                .isEqualTo("该机构还有 1 个启用的账号，请先停用");
        jdbc.sql("update account set enabled = false where id = ?")
                .param(person)
                .update();
        retire(operator, branch).expectStatus().isNoContent();
        retire(operator, bank).expectStatus().isNoContent();
        assertThat(jdbc.sql("select count(*) from outbox where subject = ? and type = 'user.InstitutionRetired'")
                        .param(bank)
                        .query(Long.class)
                        .single())
                .as("others end what was its own")
                .isEqualTo(1);

        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions/" + bank)
                .exchange()
                .expectStatus()
                .isNotFound();
        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions?type=BANK")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.name=='停用银行')]")
                .isEmpty();
        assertThat(reference.isOpen(institution(bank))).isFalse();
        assertThat(retiredOf(bank, branch, institution("ABC").id(), UUID.randomUUID()))
                .containsExactlyInAnyOrder(bank, branch);
        send(
                        operator,
                        HttpMethod.POST,
                        "/" + branch + "/restore",
                        Map.of("version", detail(operator, branch).version()))
                .expectStatus()
                .isEqualTo(400);
        send(
                        operator,
                        HttpMethod.POST,
                        "/" + bank + "/restore",
                        Map.of("version", detail(operator, bank).version()))
                .expectStatus()
                .isNoContent();
        assertThat(reference.isOpen(institution(bank))).isTrue();
        assertThat(retiredOf(bank)).isEmpty();
    }

    /** As consents are told who takes part no more. */
    private UUID[] retiredOf(UUID... institutions) {
        return Objects.requireNonNull(service.asService("enterprise-code-service")
                .get()
                .uri("/internal/institutions/retired?ids="
                        + Stream.of(institutions).map(UUID::toString).collect(Collectors.joining(",")))
                .exchange()
                .expectBody(UUID[].class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void a_bank_s_administrator_looks_after_the_own_bank_and_its_branches_alone() {
        Institution own = institution("ABC");
        CurrentUser admin = Staff.of(own, LOOKS_AFTER);
        UUID branch = created(admin, "BANK", draft("农行支行", own.id(), ""));

        assertThat(ExportedFile.of(service.as(admin), "/api/user/institutions/export?sort=name,asc")
                        .column("名称"))
                .contains(own.name(), "农行支行")
                .doesNotContain(institution("ICBC").name());
        send(admin, HttpMethod.GET, "/" + institution("ICBC").id(), null)
                .expectStatus()
                .isNotFound();
        create(admin, "BANK", draft("另立门户", null, "")).expectStatus().isForbidden();
        create(admin, "BANK", draft("别家支行", institution("ICBC").id(), ""))
                .expectStatus()
                .isForbidden();
        change(admin, branch, draft("农行支行", null, ""), detail(admin, branch).version())
                .expectStatus()
                .isForbidden();
        change(
                        admin,
                        branch,
                        draft("农行新支行", own.id(), ""),
                        detail(admin, branch).version())
                .expectStatus()
                .isNoContent();
    }

    @Test
    void the_finance_office_looks_after_banks_and_nothing_else() {
        CurrentUser office =
                TestUsers.ofDepartment(Ids.next(), UserPermissions.READ_INSTITUTIONS, UserPermissions.MANAGE_BANKS);

        UUID bank = created(office, "BANK", draft("新来银行", null, ""));
        assertThat(detail(office, bank).editable()).isTrue();
        create(office, "DEPARTMENT", draft("新来局", null, "")).expectStatus().isForbidden();
        UUID department = created(operator, "DEPARTMENT", draft("他管局", null, ""));
        send(office, HttpMethod.GET, "/" + department, null).expectStatus().isNotFound();
    }

    @Test
    void nothing_stands_below_itself_below_another_type_or_below_what_is_retired() {
        UUID bank = created(operator, "BANK", draft("环银行", null, ""));
        UUID branch = created(operator, "BANK", draft("环支行", bank, ""));
        UUID department = created(operator, "DEPARTMENT", draft("环局", null, ""));

        for (UUID wrong : List.of(branch, bank, department, Ids.next())) {
            change(
                            operator,
                            bank,
                            draft("环银行", wrong, ""),
                            detail(operator, bank).version())
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INSTITUTION_PARENT_WRONG");
        }
    }

    @Test
    void a_name_is_given_once_and_anew_after_the_other_is_retired() {
        UUID first = created(operator, "CHAMBER", draft("同名ABC商会", null, ""));
        UUID other = created(operator, "CHAMBER", draft("异名商会", null, ""));
        for (String same : List.of("同名ABC商会", " 同名 ABC 商会 ", "同名ＡＢＣ商会", "同名abc（商会）", "“同名·ABC”商会。", "同名\u200bABC商会")) {
            nameTaken(create(operator, "CHAMBER", draft(same, null, "")));
            nameTaken(create(operator, "PROVIDER", draft(same, null, "")));
            nameTaken(create(operator, "CHAMBER", draft(same, other, "")));
            nameTaken(change(operator, other, draft(same, null, ""), 0));
            nameTaken(change(operator, other, draft(same, first, ""), 0));
        }
        change(operator, first, draft("同名ABC商会", null, "023-66221234"), 0)
                .expectStatus()
                .isNoContent();

        UUID retired = created(operator, "CHAMBER", draft("停用商会", null, ""));
        retire(operator, retired).expectStatus().isNoContent();
        created(operator, "CHAMBER", draft("停用商会", null, ""));
        nameTaken(send(
                operator,
                HttpMethod.POST,
                "/" + retired + "/restore",
                Map.of("version", detail(operator, retired).version())));
    }

    @Test
    void what_is_put_in_brackets_behind_a_name_makes_it_no_name_of_one_s_own() {
        created(operator, "DEPARTMENT", draft("重庆市借名区经济委员会", null, ""));
        UUID bank = created(operator, "BANK", draft("借名银行", null, ""));
        CurrentUser admin = Staff.of(institution(bank), LOOKS_AFTER);
        UUID branch = created(admin, "BANK", draft("借名银行（界石支行）", bank, ""));
        created(admin, "BANK", draft("借名银行（鱼洞支行）", branch, ""));

        for (String borrowed : List.of("重庆市借名区经济委员会（官方）", "重庆市借名区经济委员会(官方", "【官方】重庆市借名区 经济委员会")) {
            nameTaken(create(admin, "BANK", draft(borrowed, bank, "")));
            nameTaken(change(admin, branch, draft(borrowed, bank, ""), 0));
        }
        created(operator, "DEPARTMENT", draft("重庆市借名区经济委员会（中小企业局）", null, ""));
    }

    @Test
    void whoever_works_somewhere_gives_the_place_no_other_name_and_puts_all_else_right() {
        UUID bank = created(operator, "BANK", draft("守名银行", null, ""));
        UUID branch = created(operator, "BANK", draft("守名银行界石支行", bank, ""));
        CurrentUser admin = Staff.of(institution(bank), LOOKS_AFTER);
        CurrentUser below =
                Staff.of(institution(branch), LOOKS_AFTER).reaching(TestUsers.everywhere(), admin.territory());

        nameFixed(change(admin, bank, draft("改名银行", null, ""), 0));
        nameFixed(change(below, bank, draft("改名银行", null, ""), 0));
        change(admin, bank, draft("守名银行", null, "023-66221234"), 0)
                .expectStatus()
                .isNoContent();
        change(admin, branch, draft("守名银行南泉支行", bank, ""), 0).expectStatus().isNoContent();
        change(operator, bank, draft("改名银行", null, ""), 1).expectStatus().isNoContent();

        assertThat(jdbc.sql("select data ->> 'name' from outbox where subject = ? and type = 'user.InstitutionRenamed'")
                        .param(bank)
                        .query(String.class)
                        .list())
                .as("told once, to those who keep the name")
                .containsExactly("改名银行");
    }

    private static void nameFixed(ResponseSpec answer) {
        answer.expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INSTITUTION_NAME_FIXED")
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void of_two_that_take_one_name_at_the_same_moment_one_gets_it() throws Exception {
        List<Integer> answers;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> tries = Stream.of(1, 2)
                    .map(it -> both.submit(() -> {
                        start.await();
                        return create(operator, "CHAMBER", draft("抢名商会", null, ""))
                                .returnResult(String.class)
                                .getStatus()
                                .value();
                    }))
                    .toList();
            start.countDown();
            answers = List.of(tries.getFirst().get(), tries.getLast().get());
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    private static void nameTaken(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INSTITUTION_NAME_TAKEN")
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void a_code_is_given_once() {
        String code = "EINMAL-" + NUMBER.incrementAndGet();
        Map<String, Object> body = Map.of("code", code, "type", "DEPARTMENT", "institution", draft("一次局", null, ""));
        send(operator, HttpMethod.POST, "", body).expectStatus().isCreated();
        send(operator, HttpMethod.POST, "", body)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
    }

    @Test
    void nobody_gives_themselves_a_town_by_an_institution_with_its_code() {
        jdbc.sql("insert into town (code, name, type) values ('500113398', '原有镇', '镇'), ('500113399', '新设镇', '镇')")
                .update();
        jdbc.sql("update reference_revision set revision = revision + 1").update();
        reference.refresh();
        createTown(operator, "500113398", null).expectStatus().isCreated();
        Institution town = institution("500113398");
        CurrentUser admin = Staff.of(town, LOOKS_AFTER);

        createTown(admin, "500113399", town.id()).expectStatus().isForbidden();
        assertThat(tree.territoryOf(town.id()).towns()).containsExactly(town.code());
        createTown(admin, "T-NO-TOWN", town.id())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOWN_UNKNOWN")
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
        createTown(operator, "T-NO-TOWN", null).expectStatus().isBadRequest();
        createTown(operator, "500113399", town.id()).expectStatus().isCreated();
        assertThat(tree.territoryOf(town.id()).towns()).containsExactlyInAnyOrder(town.code(), "500113399");
    }

    private ResponseSpec createTown(CurrentUser user, String townCode, @Nullable UUID parent) {
        return send(
                user,
                HttpMethod.POST,
                "",
                Map.of("code", townCode, "type", "TOWN", "institution", draft("新设镇政府" + townCode, parent, "")));
    }

    private Institution institution(String code) {
        return reference.institution(code).orElseThrow();
    }

    private Institution institution(UUID id) {
        return reference.institution(id).orElseThrow();
    }

    private UUID worksAt(UUID institution) {
        UUID person = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '在岗', 'BANK', 'PC', now(), false)""").param(person).update();
        jdbc.sql("""
                        insert into membership (id, account_id, institution_id, role_code, joined_at)
                        values (?, ?, ?, 'STAFF', now())""").params(Ids.next(), person, institution).update();
        return person;
    }

    private static InstitutionDraft draft(String name, @Nullable UUID parent, String phone) {
        return new InstitutionDraft(name, parent, "重庆市巴南区", phone, "", List.of());
    }

    private static Contact contact(String name, boolean shown) {
        return new Contact(name, "客户经理", "13800001111", shown);
    }

    private UUID created(CurrentUser user, String type, InstitutionDraft it, Contact... contacts) {
        return Objects.requireNonNull(create(
                                user,
                                type,
                                new InstitutionDraft(
                                        it.name(),
                                        it.parentId(),
                                        it.address(),
                                        it.phone(),
                                        it.website(),
                                        List.of(contacts)))
                        .expectStatus()
                        .isCreated()
                        .expectBody(InstitutionController.Created.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }

    private ResponseSpec create(CurrentUser user, String type, InstitutionDraft it) {
        return send(
                user,
                HttpMethod.POST,
                "",
                Map.of("code", "T-" + NUMBER.incrementAndGet(), "type", type, "institution", it));
    }

    private ResponseSpec change(CurrentUser user, UUID id, InstitutionDraft it, int version) {
        return send(user, HttpMethod.PUT, "/" + id, Map.of("institution", it, "version", version));
    }

    private ResponseSpec retire(CurrentUser user, UUID id) {
        return send(
                user,
                HttpMethod.POST,
                "/" + id + "/retire",
                Map.of("version", detail(user, id).version()));
    }

    private InstitutionDetail detail(CurrentUser user, UUID id) {
        return Objects.requireNonNull(send(user, HttpMethod.GET, "/" + id, null)
                .expectStatus()
                .isOk()
                .expectBody(InstitutionDetail.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec send(CurrentUser user, HttpMethod method, String path, @Nullable Object body) {
        var request = service.as(user)
                .method(method)
                .uri("/api/user/institutions" + path)
                .contentType(MediaType.APPLICATION_JSON);
        return body == null ? request.exchange() : request.body(body).exchange();
    }

    private int recorded(String action, UUID subject) {
        return jdbc.sql("select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = ?"
                        + " and data ->> 'subjectId' = ?")
                .params(action, subject.toString())
                .query(Integer.class)
                .single();
    }
}
