package cn.zhengqi.user.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
@ActiveProfiles("test")
class AdmissionsWebTest {

    private static final byte[] PDF = TestPdf.ofOnePage();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ServiceClient service;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Register register;

    @Autowired
    private ReferenceData reference;

    @Autowired
    private JdbcClient jdbc;

    private final CurrentUser reviewer = TestUsers.operator(UserPermissions.REVIEW_ADMISSIONS);

    @Test
    void a_chamber_that_is_let_in_becomes_an_institution_with_its_applicant_as_administrator() {
        CurrentUser applicant = applicant(UserType.CHAMBER);
        Admission waiting = submitted(applicant, "巴南示例商会");
        assertThat(waiting.status()).isEqualTo(AdmissionStatus.SUBMITTED);
        assertThat(memberships
                        .principal(applicant.accountId(), UserType.CHAMBER)
                        .permissions())
                .as("until then")
                .containsExactly("self");

        approve(waiting).expectStatus().isNoContent();

        assertThat(memberships.principal(applicant.accountId(), UserType.CHAMBER))
                .satisfies(admin -> {
                    assertThat(admin.institutionName()).isEqualTo("巴南示例商会");
                    assertThat(admin.institutionType()).isEqualTo(InstitutionType.CHAMBER);
                    assertThat(admin.roles()).containsExactlyInAnyOrder("STAFF", "INSTITUTION_ADMIN");
                });
        assertThat(reference.institution(waiting.uscc())).isPresent();
        assertThat(told(waiting.id(), "user.InstitutionApplicationDecided")).contains("\"approved\": true");
        code(approve(waiting), 409, "ADMISSION_DECIDED");
    }

    @Test
    void the_name_that_was_looked_at_with_the_papers_is_changed_by_the_operator_alone() {
        Admission it = submitted(applicant(UserType.CHAMBER), "巴南守名商会");
        approve(it).expectStatus().isNoContent();
        Institution chamber = reference.institution(it.uscc()).orElseThrow();
        String[] looksAfter = {UserPermissions.READ_INSTITUTIONS, UserPermissions.MANAGE_INSTITUTIONS};
        CurrentUser admin = Staff.of(chamber, looksAfter);
        CurrentUser department = TestUsers.ofDepartment(Ids.next(), looksAfter);

        for (CurrentUser other : List.of(admin, department.reaching(TestUsers.everywhere(), department.territory()))) {
            code(put(other, chamber, "中国建设银行重庆市分行", 0), 403, "INSTITUTION_NAME_FIXED");
        }
        put(admin, chamber, "巴南守名商会", 0).expectStatus().isNoContent();
        put(TestUsers.operator(looksAfter), chamber, "巴南更名商会", 1).expectStatus().isNoContent();
    }

    @Test
    void an_application_says_what_the_institution_is_called_by_now() {
        Admission it = submitted(applicant(UserType.CHAMBER), "巴南旧名商会");
        approve(it).expectStatus().isNoContent();
        assertThat(seen(it).nameNow()).as("as long as it has its name").isNull();

        put(
                        TestUsers.operator(UserPermissions.READ_INSTITUTIONS, UserPermissions.MANAGE_INSTITUTIONS),
                        reference.institution(it.uscc()).orElseThrow(),
                        "巴南新名商会",
                        0)
                .expectStatus()
                .isNoContent();

        assertThat(seen(it).name()).isEqualTo("巴南旧名商会");
        assertThat(seen(it).nameNow()).isEqualTo("巴南新名商会");
        service.as(reviewer)
                .get()
                .uri("/api/user/admissions?q=巴南旧名")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].nameNow")
                .isEqualTo("巴南新名商会");
    }

    private ResponseSpec put(CurrentUser user, Institution it, String name, int version) {
        return service.as(user)
                .put()
                .uri("/api/user/institutions/" + it.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "institution",
                        Map.of(
                                "name", name,
                                "address", "重庆市巴南区新址",
                                "phone", "023-66221234",
                                "website", "https://example.cn",
                                "contacts", List.of()),
                        "version",
                        version))
                .exchange();
    }

    @Test
    void who_takes_out_their_data_reads_in_words_where_the_application_stands() {
        CurrentUser applicant = applicant(UserType.PROVIDER);
        submitted(applicant, "导出服务公司");

        service.as(applicant)
                .get()
                .uri("/api/user/my/data")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.applications[0].status")
                .isEqualTo("待审核");
    }

    @Test
    void nobody_is_let_in_under_the_name_of_another() {
        Institution bank = reference.institution("CCB").orElseThrow();
        Admission it = submitted(applicant(UserType.PROVIDER), " " + bank.name() + "。");

        code(approve(it), 409, "INSTITUTION_NAME_TAKEN");
        assertThat(reference.institution(it.uscc())).isEmpty();
        reject(it, "与平台上的机构同名").expectStatus().isNoContent();
    }

    @Test
    void what_is_wrong_with_code_or_papers_is_said_at_their_fields() {
        atField(submit(applicant(UserType.CHAMBER), "错码商会", "51500113MJQ000001A", PDF), "uscc", "USCC_INVALID");
        atField(submit(applicant(UserType.CHAMBER), "错证商会", "GIF89a".getBytes()), "papers", "ADMISSION_FILE_TYPE");
    }

    private static void atField(ResponseSpec answer, String field, String code) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void one_that_is_refused_hears_why_and_asks_again() {
        CurrentUser applicant = applicant(UserType.PROVIDER);
        Admission first = submitted(applicant, "示例服务公司");

        reject(first, "证书不清晰").expectStatus().isNoContent();
        assertThat(mine(applicant)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(AdmissionStatus.REJECTED);
            assertThat(it.reason()).isEqualTo("证书不清晰");
        });
        assertThat(submitted(applicant, "示例服务公司").status()).isEqualTo(AdmissionStatus.SUBMITTED);
        assertThat(told(first.id(), "user.InstitutionApplicationDecided")).contains("证书不清晰");
    }

    @Test
    void nobody_has_two_applications_open_and_enterprises_and_talents_have_none() {
        CurrentUser applicant = applicant(UserType.CHAMBER);
        submitted(applicant, "重复商会");

        code(submit(applicant, "重复商会", PDF), 409, "ADMISSION_OPEN");
        for (UserType other : Set.of(UserType.ENTERPRISE, UserType.TALENT, UserType.BANK)) {
            code(submit(applicant(other), "别的", PDF), 403, "ADMISSION_NOT_FOR_ACCOUNT");
        }
    }

    @Test
    void nobody_applies_with_the_code_that_the_register_has_for_another_enterprise() {
        Enterprise enterprise = Enterprises.named("重庆渝巴精密机械有限公司");
        register.add(enterprise);
        CurrentUser applicant = applicant(UserType.PROVIDER);

        JsonNode problem = submit(applicant, "重庆测试服务有限公司", enterprise.getUscc(), PDF)
                .expectStatus()
                .isBadRequest()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(problem.path("errors").get(0).path("code").asString()).isEqualTo("USCC_OF_ANOTHER");
        assertThat(problem.path("errors").get(0).path("message").asString()).contains("重庆渝巴精密机械有限公司");
        submit(applicant, enterprise.getName(), enterprise.getUscc(), PDF)
                .expectStatus()
                .isCreated();
    }

    @Test
    void who_has_not_applied_yet_has_no_application_and_that_is_no_error() {
        service.as(applicant(UserType.CHAMBER))
                .get()
                .uri("/api/user/my/admission")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void what_is_no_document_is_refused_whatever_it_is_called() {
        code(
                submit(applicant(UserType.CHAMBER), "假证商会", "<script>alert(1)</script>".getBytes()),
                400,
                "ADMISSION_FILE_TYPE");
    }

    @Test
    void reviewers_alone_see_the_papers_and_each_look_is_recorded() {
        Admission it = submitted(applicant(UserType.CHAMBER), "材料商会");
        UUID paper = it.papers().getFirst().id();
        String path = "/api/user/admissions/" + it.id() + "/papers/" + paper;

        assertThat(service.as(reviewer)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(PDF);
        service.as(applicant(UserType.CHAMBER))
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden();
        service.as(reviewer)
                .get()
                .uri("/api/user/admissions/" + Ids.next() + "/papers/" + paper)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(jdbc.sql(
                                "select count(*) from outbox where data ->> 'action' = 'ADMISSION_FILE_VIEWED' and data ->> 'subjectId' = ?")
                        .param(it.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        service.as(reviewer)
                .get()
                .uri("/api/user/admissions?q=材料&status=SUBMITTED&type=CHAMBER")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("材料商会");
    }

    private static CurrentUser applicant(UserType type) {
        return new CurrentUser(Ids.next(), "申请人", type, null, null, null, null, Set.of(), Set.of("self"));
    }

    private Admission submitted(CurrentUser applicant, String name) {
        submit(applicant, name, PDF).expectStatus().isCreated();
        return mine(applicant);
    }

    private Admission seen(Admission it) {
        return Objects.requireNonNull(service.as(reviewer)
                .get()
                .uri("/api/user/admissions/" + it.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Admission.class)
                .returnResult()
                .getResponseBody());
    }

    private Admission mine(CurrentUser applicant) {
        return Objects.requireNonNull(service.as(applicant)
                .get()
                .uri("/api/user/my/admission")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Admission.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec submit(CurrentUser applicant, String name, byte[] paper) {
        return submit(
                applicant,
                name,
                Uscc.complete("51500113MJQ" + String.format("%06d", NUMBER.incrementAndGet()))
                        .value(),
                paper);
    }

    private ResponseSpec submit(CurrentUser applicant, String name, String uscc, byte[] paper) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part(
                "application",
                Map.of(
                        "name", name,
                        "uscc", uscc,
                        "address", "重庆市巴南区",
                        "contactName", "王会长",
                        "contactPhone", "023-66221234",
                        "introduction", ""),
                MediaType.APPLICATION_JSON);
        body.part("papers", new ByteArrayResource(paper) {
            @Override
            public String getFilename() {
                return "登记证书.pdf";
            }
        });
        return service.as(applicant)
                .post()
                .uri("/api/user/my/admission")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body.build())
                .exchange();
    }

    private ResponseSpec approve(Admission it) {
        return service.as(reviewer)
                .post()
                .uri("/api/user/admissions/" + it.id() + "/approval")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", it.version()))
                .exchange();
    }

    private ResponseSpec reject(Admission it, String reason) {
        return service.as(reviewer)
                .post()
                .uri("/api/user/admissions/" + it.id() + "/rejection")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", reason, "version", it.version()))
                .exchange();
    }

    private static void code(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private String told(UUID subject, String type) {
        return jdbc.sql("select data::text from outbox where subject = ? and type = ?")
                .params(subject, type)
                .query(String.class)
                .single();
    }
}
