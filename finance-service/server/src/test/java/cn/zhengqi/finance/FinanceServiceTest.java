package cn.zhengqi.finance;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.courts.PublicRecords;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.ProductDesk;
import cn.zhengqi.finance.product.Products;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A bank with a product, an officer of it, and an enterprise that has never applied. */
@ServiceTest
@Import(MovableClock.Configuration.class)
public abstract class FinanceServiceTest {

    @Autowired
    protected ServiceClient client;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private ProductDesk desk;

    @Autowired
    private EventHandler<CodeIssued> codeIssued;

    /** In the order in which they hear of an end. */
    @Autowired
    protected List<EventHandler<CodeStatusChanged>> codeChanged;

    @MockitoBean
    protected InternalAccounts accounts;

    @MockitoBean
    protected InternalEnterprises registerOfOthers;

    @MockitoBean
    protected InternalPrincipals principals;

    @MockitoBean
    protected InternalInstitutions institutions;

    @MockitoBean
    protected InternalConsents consents;

    @MockitoBean
    protected InternalStandings profiles;

    @MockitoBean
    protected InternalDictionary dictionary;

    /** The engine, asked about conditions that banks write. */
    @MockitoBean
    protected InternalTrials trials;

    /** Who is not told otherwise answers nothing: no court is connected. */
    @MockitoBean
    protected PublicRecords courts;

    protected Bank bank;
    protected LoanProduct product;
    protected CurrentUser officer;
    protected CurrentUser enterprise;

    protected final CurrentUser financeOffice =
            TestUsers.ofDepartment(Ids.next(), "finance.product.review", "finance.application.read-all");

    @BeforeEach
    void a_bank_and_an_enterprise() {
        bank = aBank();
        product = aProductOf(bank);
        officer = officerOf(bank);
        enterprise = anEnterprise();
        theConsentToBanksIs(ConsentStanding.GIVEN);
        theConsentToTheReportIs(ConsentStanding.NEVER);
        when(registerOfOthers.enterprise(any())).thenAnswer(asked -> inTheRegister(asked.getArgument(0)));
        when(profiles.facts(any())).thenReturn(new InternalStandings.Facts(List.of()));
        thePurposesAre(
                new InternalDictionary.Word("LOAN_PURPOSE.1_MATERIALS", "采购原材料、支付货款"),
                new InternalDictionary.Word(InternalDictionary.OTHER_PURPOSE, "其他"));
    }

    /** As the register has it whose record has not arrived here. */
    protected static EnterpriseRecord inTheRegister(UUID id) {
        return inTheRegister(id, "测试企业有限公司");
    }

    protected static EnterpriseRecord inTheRegister(UUID id, String name, JudicialRecord... judicial) {
        return new EnterpriseRecord(
                id,
                "91500113MAX5XQ4WX4",
                name,
                "企业",
                "周敏",
                new BigDecimal("500"),
                LocalDate.parse("2019-04-01"),
                "C3393",
                "锻件及粉末冶金制品制造",
                "500113001",
                "鱼洞街道",
                "500113",
                "重庆市巴南区鱼洞街道巴县大道 8 号",
                EnterpriseStatus.ACTIVE,
                false,
                List.of(new Shareholder("周敏", new BigDecimal("100"))),
                List.of(),
                List.of(),
                List.of(judicial));
    }

    protected void thePurposesAre(InternalDictionary.Word... words) {
        when(dictionary.words(InternalDictionary.LOAN_PURPOSE)).thenReturn(List.of(words));
    }

    protected void theConsentToBanksIs(ConsentStanding standing) {
        when(consents.toBank(any(), any(), any())).thenReturn(new InternalConsents.ToBank(standing));
    }

    protected void theConsentToTheReportIs(ConsentStanding standing) {
        when(consents.reportToBank(any(), any(), any())).thenReturn(new InternalConsents.ToBank(standing));
    }

    protected static Bank aBank() {
        UUID id = Ids.next();
        return new Bank(id, "测试银行" + id);
    }

    /** At most 300 万元 for at most 24 months. */
    protected LoanProduct aProductOf(Bank owner) {
        LoanProduct fresh = Products.ofBank(owner, 300, 24);
        transaction.executeWithoutResult(status -> desk.enter(fresh, owner, Instant.now()));
        return fresh;
    }

    protected static CurrentUser officerOf(Bank employer) {
        return TestUsers.ofBank(employer.id(), "finance.application.handle", "finance.product.own");
    }

    protected static CallingSystem systemOf(Bank owner, boolean sandbox) {
        return new CallingSystem(
                Ids.next(), "信贷系统", owner.id(), "测试银行", sandbox, Set.of(FinancePermissions.HANDLE_BY_SYSTEM));
    }

    protected static CurrentUser anEnterprise() {
        return TestUsers.ofEnterprise(Ids.next(), "finance.apply", "enterprise.own");
    }

    protected Map<String, Object> application() {
        return application(product);
    }

    protected static Map<String, Object> application(LoanProduct wanted) {
        return new HashMap<>(Map.of(
                "productId", wanted.id(),
                "amount", 500_000,
                "termMonths", 12,
                "purpose", "采购原材料、支付货款",
                "kind", "FIRST",
                "contactName", "李经理",
                "contactPhone", "13812345678",
                "consent", true,
                "channel", "WECHAT"));
    }

    /** An answer as it came. */
    public record Answer(int status, Map<String, Object> body) {

        public UUID id() {
            return UUID.fromString((String) body.get("id"));
        }

        public int version() {
            return (Integer) body.get("version");
        }

        public Object code() {
            return body.get("code");
        }

        public Object get(String member) {
            return body.get(member);
        }
    }

    protected Answer submit(CurrentUser who, Map<String, Object> what) {
        return submit(who, what, Ids.next().toString());
    }

    protected Answer submit(CurrentUser who, Map<String, Object> what, String idempotencyKey) {
        return answerOf(client.as(who)
                .post()
                .uri("/api/finance/my/applications")
                .header("Idempotency-Key", idempotencyKey)
                .body(what)
                .exchange());
    }

    protected Answer post(CurrentUser who, String uri, Map<String, Object> body) {
        return answerOf(client.as(who).post().uri(uri).body(body).exchange());
    }

    protected Answer post(CurrentUser who, String uri, Map<String, Object> body, String idempotencyKey) {
        return answerOf(client.as(who)
                .post()
                .uri(uri)
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .exchange());
    }

    /** A photo or a paper, handed in as a browser does it. */
    protected Answer uploaded(CurrentUser who, String uri, String name, byte[] bytes) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return answerOf(client.as(who)
                .post()
                .uri(uri)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange());
    }

    protected int delete(CurrentUser who, String uri) {
        return client.as(who)
                .delete()
                .uri(uri)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    /** Two dots, as PNG. */
    protected static byte[] aPicture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    protected Answer get(CurrentUser who, String uri) {
        return answerOf(client.as(who).get().uri(uri).exchange());
    }

    /** What the officer of the bank does with an application. */
    protected Answer act(CurrentUser who, UUID id, String action, Map<String, Object> body) {
        return post(who, "/api/finance/applications/" + id + "/" + action, body);
    }

    protected Answer approved(CurrentUser borrower, LoanProduct of, CurrentUser by) {
        Answer submitted = submit(borrower, application(of));
        Answer accepted = act(by, submitted.id(), "accept", Map.of("version", submitted.version()));
        return act(by, submitted.id(), "approve", approval(accepted.version()));
    }

    protected static Map<String, Object> approval(int version) {
        return new HashMap<>(Map.of(
                "version",
                version,
                "grantedAmount",
                400_000,
                "annualRate",
                3.45,
                "termMonths",
                12,
                "validUntil",
                "2030-12-31",
                "borrowedBefore",
                false));
    }

    @SuppressWarnings("unchecked")
    protected static List<Map<String, Object>> items(Answer page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    /** The same at the same moment; answers in no particular order. */
    protected static List<Answer> atOnce(List<Callable<Answer>> actions) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> action : actions) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** What is told of the code of an enterprise is heard, by each in its turn. */
    protected void codeIs(CodeStatus status, UUID enterpriseId, Instant at) {
        CodeStatusChanged changed =
                new CodeStatusChanged(Ids.next(), enterpriseId, status, null, CodeLevel.NORMAL, "不再担任经办人", at);
        codeChanged.forEach(handler -> hear(handler, changed));
    }

    protected void codeIssued(UUID enterpriseId, Instant at) {
        hear(
                codeIssued,
                new CodeIssued(
                        Ids.next(),
                        enterpriseId,
                        "测试企业有限公司",
                        "91500113MAX5XQ4WX4",
                        Ids.next(),
                        "李四",
                        "500113001",
                        "C3393",
                        at));
    }

    protected <E extends DomainEvent> void hear(EventHandler<E> handler, E event) {
        transaction.executeWithoutResult(status ->
                handler.handle(event, new EventMetadata(Ids.next(), "event", event.subject(), 1, Instant.now())));
    }

    /** For what this transaction holds, and no other. */
    protected boolean somebodyWaits() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    protected List<String> eventsOf(UUID subject) {
        return jdbc.sql("select type from outbox where subject = ? order by version")
                .param(subject)
                .query(String.class)
                .list();
    }

    @SuppressWarnings("unchecked")
    protected static Answer answerOf(RestTestClient.ResponseSpec response) {
        var result = response.returnResult(Map.class);
        HttpStatusCode status = result.getStatus();
        Map<String, Object> body = result.getResponseBody();
        return new Answer(status.value(), body == null ? Map.of() : body);
    }
}
