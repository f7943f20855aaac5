package cn.zhengqi.code;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.api.InternalRunningCases;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.RegisterEntryChanged;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The service with a register that tests fill, a clock that they move, and the steps that most of them need. */
@ServiceTest(properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
@Import(MovableClock.Configuration.class)
public abstract class CodeServiceTest {

    public static final byte[] PDF = TestPdf.ofOnePage();
    protected static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    protected static final String ID_NUMBER = "11010519491231002X";

    @Autowired
    protected ServiceClient service;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @MockitoBean
    protected InternalEnterprises register;

    @MockitoBean
    protected InternalInstitutions institutions;

    @MockitoBean
    protected InternalPrincipals principals;

    @MockitoBean
    protected InternalRunningApplications applications;

    @MockitoBean
    protected InternalRunningCases cases;

    @MockitoBean
    protected PlatformLogs logs;

    @Autowired
    private EventHandler<RegisterEntryChanged> enterpriseKnown;

    private final Map<UUID, EnterpriseRecord> registered = new ConcurrentHashMap<>();

    protected final CurrentUser reviewer = TestUsers.ofDepartment(Ids.next(), CodePermissions.REVIEW_CLAIMS);
    protected final CurrentUser manager = TestUsers.ofDepartment(Ids.next(), CodePermissions.MANAGE);
    protected final CurrentUser officer = TestUsers.ofDepartment(Ids.next(), CodePermissions.SCAN);

    @BeforeEach
    void theOthersAnswer() {
        when(cases.running(any())).thenReturn(new InternalRunningCases.Running(0, 0));
        when(applications.running(any()))
                .thenAnswer(asked -> new InternalRunningApplications.Running(0, clock.instant()));
        when(principals.standing(any(), any())).thenReturn(new InternalPrincipals.Standing(true));
        when(register.enterprise(any())).thenAnswer(call -> {
            EnterpriseRecord record = registered.get(call.<UUID>getArgument(0));
            if (record == null) {
                throw ProblemException.notFound("企业不存在");
            }
            return record;
        });
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    protected void theRegisterIsSilent() {
        doThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .when(register)
                .enterprise(any());
    }

    protected EnterpriseRecord enterprise() {
        return enterprise(EnterpriseStatus.ACTIVE);
    }

    protected EnterpriseRecord enterprise(EnterpriseStatus status) {
        return register(Ids.next(), status);
    }

    protected void strikeOff(EnterpriseRecord enterprise) {
        register(enterprise.id(), EnterpriseStatus.CANCELLED);
    }

    /** What the register does when it is asked next, before it answers. */
    protected void whileTheRegisterThinks(UUID enterpriseId, Runnable meanwhile) {
        when(register.enterprise(enterpriseId)).thenAnswer(call -> {
            meanwhile.run();
            return registered.get(enterpriseId);
        });
    }

    /** The copy of the register hears of the entry. */
    protected void hearOf(EnterpriseRecord entry, long version) {
        enterpriseKnown.handle(
                new RegisterEntryChanged(entry),
                new EventMetadata(Ids.next(), "user.RegisterEntryChanged", entry.id(), version, Instant.now()));
    }

    protected void hearOf(EnterpriseRecord entry) {
        hearOf(entry, 0);
    }

    /** The same enterprise at another address. */
    protected static EnterpriseRecord moved(EnterpriseRecord it, String address) {
        return new EnterpriseRecord(
                it.id(),
                it.uscc(),
                it.name(),
                it.entityType(),
                it.legalRep(),
                it.registeredCapital(),
                it.establishedOn(),
                it.industryCode(),
                it.industryName(),
                it.townCode(),
                it.townName(),
                it.regionCode(),
                address,
                it.status(),
                it.demo(),
                it.shareholders(),
                it.investments(),
                it.assets(),
                it.judicial());
    }

    /** The same enterprise, with shares of no other. */
    protected static EnterpriseRecord withoutInvestments(EnterpriseRecord it) {
        return new EnterpriseRecord(
                it.id(),
                it.uscc(),
                it.name(),
                it.entityType(),
                it.legalRep(),
                it.registeredCapital(),
                it.establishedOn(),
                it.industryCode(),
                it.industryName(),
                it.townCode(),
                it.townName(),
                it.regionCode(),
                it.address(),
                it.status(),
                it.demo(),
                it.shareholders(),
                List.of(),
                it.assets(),
                it.judicial());
    }

    private EnterpriseRecord register(UUID id, EnterpriseStatus status) {
        EnterpriseRecord record = new EnterpriseRecord(
                id,
                "91500113MAX5XQ4WX4",
                "重庆示例机械有限公司",
                "企业",
                "陈志远",
                new BigDecimal("2000.00"),
                LocalDate.of(2012, 6, 18),
                "C3484",
                "机械零部件加工",
                "500113103",
                "界石镇",
                "500113",
                "重庆市巴南区界石镇石桂大道18号",
                status,
                false,
                List.of(new Shareholder("陈志远", new BigDecimal("62.5"))),
                List.of(new Investment("重庆示例液压有限公司", new BigDecimal("70"))),
                List.of(new Asset("不动产", "厂房12,600平方米")),
                List.of(new JudicialRecord("民事案件", "买卖合同纠纷", LocalDate.of(2024, 5, 21))));
        registered.put(record.id(), record);
        return record;
    }

    protected static CurrentUser applicant() {
        return TestUsers.withoutEnterprise(CodePermissions.CLAIM);
    }

    /** Its administrator, who decides for it. */
    protected static CurrentUser memberOf(UUID enterpriseId) {
        return TestUsers.ofEnterprise(
                enterpriseId,
                CodePermissions.OWN_ENTERPRISE,
                CodePermissions.CLAIM,
                CodePermissions.MANAGE_OWN,
                CodePermissions.CONSENT);
    }

    protected static CurrentUser plainMemberOf(UUID enterpriseId) {
        return TestUsers.ofEnterprise(enterpriseId, CodePermissions.OWN_ENTERPRISE, CodePermissions.CLAIM);
    }

    protected RestTestClient.ResponseSpec upload(CurrentUser user, String name, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return service.as(user)
                .post()
                .uri("/api/code/files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }

    protected String letter(CurrentUser user) {
        return (String) upload(user, "授权书.pdf", PDF)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
    }

    protected Map<String, Object> form(UUID enterpriseId, String letterFileId, String... consents) {
        Map<String, Object> form = new HashMap<>();
        form.put("enterpriseId", enterpriseId);
        form.put("legalRep", Map.of("name", "陈志远", "idNumber", ID_NUMBER));
        form.put("agent", Map.of("name", "王小明", "phone", "13812345678"));
        form.put("letterFileId", letterFileId);
        form.put("consents", List.of(consents));
        form.put("scanners", ScannerKind.values());
        form.put("channel", "WECHAT");
        return form;
    }

    protected RestTestClient.ResponseSpec post(CurrentUser user, String path, Object body) {
        return service.as(user)
                .post()
                .uri("/api/code" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected RestTestClient.ResponseSpec put(CurrentUser user, String path, Object body) {
        return service.as(user)
                .put()
                .uri("/api/code" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected RestTestClient.ResponseSpec get(CurrentUser user, String path) {
        return service.as(user).get().uri("/api/code" + path).exchange();
    }

    /** @return id of the claim */
    protected String claimed(CurrentUser user, UUID enterpriseId, String... consents) {
        return (String) post(user, "/claims", form(enterpriseId, letter(user), consents))
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
    }

    /** An enterprise that holds a code and allows what is named. */
    protected EnterpriseRecord holder(String... consents) {
        EnterpriseRecord enterprise = enterprise();
        String claim = claimed(applicant(), enterprise.id(), consents);
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        return enterprise;
    }

    /** Makes it one of the demo, as far as the copy of the register knows. */
    protected void isOfTheDemo(EnterpriseRecord it) {
        jdbc.sql("""
                        insert into registered_enterprise (id, uscc, name, legal_rep, town_code, industry_code, status, demo, version)
                        values (?, ?, ?, ?, ?, ?, 'ACTIVE', true, 1)""")
                .params(it.id(), it.uscc(), it.name(), it.legalRep(), it.townCode(), it.industryCode())
                .update();
    }

    protected String dynamicCode(UUID enterpriseId) {
        return (String) post(memberOf(enterpriseId), "/my/code/dynamic", Map.of())
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("content");
    }

    protected Map<String, Object> code(UUID enterpriseId) {
        return get(memberOf(enterpriseId), "/my/code")
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
    }

    protected RestTestClient.ResponseSpec scan(String content) {
        return post(officer, "/scans", Map.of("content", content, "source", "CAMERA", "place", "政务服务大厅"));
    }

    protected static void refused(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .value(String.class, detail -> {
                    if (detail == null || !detail.matches("(?s).*\\p{IsHan}.*")) {
                        throw new AssertionError("no Chinese detail: " + detail);
                    }
                })
                .jsonPath("$.traceId")
                .exists();
    }

    protected long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(List.of(parameters)).query(Long.class).single();
    }
}
