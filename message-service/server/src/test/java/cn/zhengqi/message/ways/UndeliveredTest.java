package cn.zhengqi.message.ways;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may have gone out by text message, and is sent again by hand once nobody can say any more whether it did. */
@MessageServiceTest
class UndeliveredTest {

    private final CurrentUser operator = TestUsers.operator("message.undelivered.resend");
    private final UUID account = Ids.next();

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_nobody_can_say_any_more_is_sent_again_by_who_accepts_that_it_may_come_twice() {
        UUID message = uncertain(attempt("UNKNOWN", 8, false));

        assertThat(twice(message)).isTrue();
        resends(message, false, "uncertain");
        assertThat(recorded(message)).isZero();
        resends(message, true, "resent");
        assertThat(recorded(message)).isEqualTo(1);
        resends(message, true, "notThere");
    }

    @Test
    void what_goes_by_text_message_alone_waits_anew_then() {
        UUID push = attempt("HANDED_OVER", 8, false);
        UUID message = Ids.next();
        jdbc.sql("""
                        insert into waiting_text_notice (message_id, account_id, purpose, kind, text, handed_over_at, push_id, tries, next_try_at, ended_at, uncertain, title)
                        values (?, ?, 'ADMISSION_APPROVED', 'SYSTEM', '示例商会', now(), ?, 1, 'infinity', now(), true, '入驻审核结果')""").params(message, account, push).update();

        assertThat(twice(message)).isTrue();
        resends(message, false, "uncertain");
        resends(message, true, "resent");
        assertThat(jdbc.sql("select ended_at is null and not uncertain from waiting_text_notice where message_id = ?")
                        .param(message)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(recorded(message)).isEqualTo(1);
    }

    @Test
    void while_its_provider_can_be_asked_or_may_report_it_is_not_sent_again_whatever_is_accepted() {
        for (UUID message : List.of(
                uncertain(attempt("UNKNOWN", 8, true)),
                uncertain(attempt("UNKNOWN", 6, false)),
                uncertain(Ids.next()))) {
            assertThat(twice(message)).isFalse();
            resends(message, true, "uncertain");
            assertThat(recorded(message)).isZero();
        }
    }

    /** @return its push */
    private UUID attempt(String state, int daysAgo, boolean askedAbout) {
        UUID push = Ids.next();
        jdbc.sql("""
                        insert into sms_attempt (id, push_id, account_id, purpose, number, provider, state, parts, sent_at, inquire_at)
                        values (?, ?, ?, 'NOTIFICATION', 1, 'TENCENT', ?, 1, now() - make_interval(days => ?), case when ? then now() + interval '1 hour' end)""")
                .params(Ids.next(), push, account, state, daysAgo, askedAbout)
                .update();
        return push;
    }

    private UUID uncertain(UUID push) {
        UUID message = Ids.next();
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, we_chat, sms, happened_at, fixed, urgent, state, ways, failed, push_id, ended_at)
                        values (?, ?, 'loan.disbursed', 'FINANCE', '云税贷已放款', '云税贷已放款', now(), true, true, 'UNCERTAIN', '{}', '{SMS}', ?, now())""").params(message, account, push).update();
        return message;
    }

    private boolean twice(UUID message) {
        boolean[] twice = new boolean[1];
        client.as(operator)
                .get()
                .uri("/api/message/undelivered?resendable=false&size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.messageId == '" + message + "')].twice")
                .value(found -> twice[0] = found.toString().contains("true"));
        return twice[0];
    }

    private void resends(UUID message, boolean doubtAccepted, String counted) {
        client.as(operator)
                .post()
                .uri("/api/message/undelivered/resend")
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        doubtAccepted
                                ? Map.of("ids", List.of(message), "doubtAccepted", true)
                                : Map.of("ids", List.of(message)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$." + counted)
                .isEqualTo(1);
    }

    private int recorded(UUID message) {
        return jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?
                          and data ->> 'action' = 'UNDELIVERED_RESENT'""").param(message.toString()).query(Integer.class).single();
    }
}
