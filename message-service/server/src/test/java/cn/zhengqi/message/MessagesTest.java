package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.web.CurrentUser;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(events = true)
class MessagesTest {

    private final UUID enterprise = Ids.next();
    private final UUID bank = Ids.next();
    private final CurrentUser owner = TestUsers.ofEnterprise(enterprise);
    private final CurrentUser colleague = TestUsers.ofEnterprise(enterprise);
    private final CurrentUser officer = TestUsers.ofBank(bank);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Test
    void the_bank_learns_of_an_application_and_the_enterprise_that_it_arrived() {
        joined(colleague.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        joined(officer.accountId(), null, bank, "BANK_OFFICER");
        UUID application = Ids.next();
        tell(submitted(application), Instant.now());

        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的融资申请待受理"));
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("融资申请已提交"));
        assertThat(titles(colleague)).containsExactly("融资申请已提交");
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/my/applications/" + application)
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("500,000元"));
    }

    @Test
    void a_fact_of_last_month_is_no_news() {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now().minus(Duration.ofDays(30)));
        tell(decided(owner.accountId(), ClaimDecision.RETURNED), Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).hasSize(1));
        assertThat(titles(owner)).containsExactly("领码申请被退回，请补充后重新提交");
    }

    @Test
    void reviewers_are_told_of_a_new_claim_by_their_role() {
        CurrentUser reviewer = TestUsers.ofDepartment(Ids.next());
        joined(reviewer.accountId(), null, reviewer.institutionId(), "CODE_REVIEWER");
        tell(
                new CodeClaimSubmitted(
                        Ids.next(), "LM1", enterprise, "重庆渝巴机械有限公司", owner.accountId(), Channel.PC, Instant.now()),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(reviewer)).containsExactly("新的领码申请待审核"));
        assertThat(titles(owner)).isEmpty();
    }

    @Test
    void reading_one_reading_all_and_deleting_change_the_unread_number() {
        for (int claim = 0; claim < 3; claim++) {
            tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        }
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(3));
        List<UUID> ids = ids(owner);

        post(owner, Map.of("ids", List.of(ids.getFirst()))).expectStatus().isOk();
        assertThat(unread(owner)).isEqualTo(2);

        client.as(owner)
                .delete()
                .uri("/api/message/my/messages/{id}", ids.get(1))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(unread(owner)).isEqualTo(1);

        post(owner, Map.of("all", true)).expectStatus().isOk();
        assertThat(unread(owner)).isZero();
        client.as(owner)
                .get()
                .uri("/api/message/my/messages?read=true&kind=CODE&q=通过")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
    }

    @Test
    void the_message_of_another_person_can_neither_be_seen_nor_read_nor_deleted() {
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        UUID id = ids(owner).getFirst();

        client.as(colleague)
                .get()
                .uri("/api/message/my/messages/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(colleague)
                .delete()
                .uri("/api/message/my/messages/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        post(colleague, Map.of("ids", List.of(id))).expectStatus().isOk();
        assertThat(unread(owner)).isEqualTo(1);
    }

    @Test
    void marking_neither_some_nor_all_is_refused() {
        post(owner, Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
        post(owner, Map.of("all", true, "ids", List.of(Ids.next())))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_open_page_sees_the_number_at_once_and_each_message_as_it_comes() throws Exception {
        try (Page page = new Page(owner, null)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":0}"));
            tell(approved(), Instant.now());

            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":1}"));
            assertThat(page.lines).contains("event:message");
            assertThat(page.lines).anySatisfy(line -> assertThat(line).contains("融资申请审批通过", "3.85%"));

            post(owner, Map.of("all", true)).expectStatus().isOk();
            await().untilAsserted(() -> assertThat(page.lines.stream().filter("data:{\"count\":0}"::equals))
                    .hasSize(2));
        }
    }

    @Test
    void a_page_that_comes_back_gets_what_it_missed() throws Exception {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        UUID seen = ids(owner).getFirst();
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(2));

        try (Page page = new Page(owner, seen)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":2}"));
            assertThat(page.lines).anySatisfy(line -> assertThat(line).contains("领码申请已通过"));
            assertThat(page.lines).noneSatisfy(line -> assertThat(line).contains("领码申请未通过"));
        }
    }

    /** A page of a browser: the lines of its event stream. */
    private final class Page implements AutoCloseable {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final HttpClient http = HttpClient.newHttpClient();

        Page(CurrentUser user, UUID last) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(client.baseUrl() + "/api/message/my/stream"))
                    .header("Authorization", "Bearer " + TestTokens.of(user))
                    .header("Accept", "text/event-stream");
            if (last != null) {
                request.header("Last-Event-ID", last.toString());
            }
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (Exception closed) {
                    // The test has seen enough.
                }
            });
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private RestTestClient.ResponseSpec post(CurrentUser user, Map<String, Object> body) {
        return client.as(user)
                .post()
                .uri("/api/message/my/messages/read")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<String> titles(CurrentUser user) {
        return jdbc.sql("select title from message where account_id = ? order by id")
                .param(user.accountId())
                .query(String.class)
                .list();
    }

    private List<UUID> ids(CurrentUser user) {
        return jdbc.sql("select id from message where account_id = ? order by id")
                .param(user.accountId())
                .query(UUID.class)
                .list();
    }

    private long unread(CurrentUser user) {
        return jdbc.sql("select count(*) from message where account_id = ? and read_at is null")
                .param(user.accountId())
                .query(Long.class)
                .single();
    }

    private void joined(UUID account, UUID enterpriseId, UUID institutionId, String role) {
        tell(new MemberJoined(account, "张三", enterpriseId, institutionId, role, Instant.now()), Instant.now());
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    private void tell(DomainEvent event, Instant at) {
        transaction.executeWithoutResult(status -> outbox.publish(event, 1, at));
    }

    private CodeClaimDecided decided(UUID applicant, ClaimDecision decision) {
        return new CodeClaimDecided(
                Ids.next(), "LM1", enterprise, "重庆渝巴机械有限公司", applicant, decision, "授权书印章不清", Instant.now());
    }

    private LoanApplicationSubmitted submitted(UUID id) {
        return new LoanApplicationSubmitted(
                id,
                "RZ1",
                Ids.next(),
                "云税贷",
                "信用贷款",
                bank,
                "测试银行",
                enterprise,
                "重庆渝巴机械有限公司",
                "500113004",
                owner.accountId(),
                new BigDecimal("500000.00"),
                LoanKind.FIRST,
                Channel.PC,
                Instant.now());
    }

    private LoanApplicationApproved approved() {
        return new LoanApplicationApproved(
                Ids.next(),
                "RZ1",
                Ids.next(),
                "云税贷",
                bank,
                "测试银行",
                enterprise,
                "重庆渝巴机械有限公司",
                owner.accountId(),
                new BigDecimal("400000.00"),
                new BigDecimal("3.8500"),
                12,
                Instant.now());
    }
}
