package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.security.AccessRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

class RefusalsTest {

    private static final AccessRefused KEYS = new AccessRefused("GET /api/auth/openapi/keys/{id}");
    private static final AccessRefused LOG = new AccessRefused("GET /api/auth/sign-in-log");

    private final Outbox outbox = mock(Outbox.class);
    private long nanos;
    private final Refusals refusals = new Refusals(
            new AuditTrail(outbox, Clock.systemUTC(), "auth-service", () -> "trace", null, null),
            mock(AbstractPlatformTransactionManager.class),
            route -> Optional.of("办理政策申报").filter(name -> route.contains("declarations")),
            () -> nanos);

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_tries_again_and_again_is_on_record_once_an_hour_for_each_route() {
        UUID one = Ids.next();
        calls(one);
        for (int i = 0; i < 50; i++) {
            refusals.onRefusal(KEYS);
        }
        assertThat(recorded()).containsExactly("GET /api/auth/openapi/keys/{id} by " + one);

        refusals.onRefusal(LOG);
        UUID other = Ids.next();
        calls(other);
        refusals.onRefusal(LOG);
        assertThat(recorded())
                .containsExactly(
                        "GET /api/auth/openapi/keys/{id} by " + one,
                        "GET /api/auth/sign-in-log by " + one,
                        "GET /api/auth/sign-in-log by " + other);

        nanos = Duration.ofMinutes(61).toNanos();
        refusals.onRefusal(LOG);
        refusals.onRefusal(LOG);
        assertThat(recorded()).hasSize(4);
    }

    @Test
    void
            a_command_that_was_refused_is_on_record_for_each_thing_and_each_reason_with_the_code_and_nothing_of_what_was_sent() {
        UUID one = Ids.next();
        calls(one);
        String route = "POST /api/policy/declarations/{id}/pass";
        for (int i = 0; i < 20; i++) {
            refused(route, "STATE_CONFLICT", "甲");
            refused(route, "STATE_CONFLICT", "乙");
            refused(route, "VERSION_CONFLICT", "甲");
        }

        assertThat(recorded()).hasSize(3).containsOnly(route + " by " + one);
        assertThat(changes())
                .allSatisfy(change -> {
                    assertThat(change.action()).isEqualTo("COMMAND_REFUSED");
                    assertThat(change.actionLabel()).isEqualTo("操作未成功");
                })
                .first()
                .extracting(ChangeRecorded::changes)
                .asString()
                .contains(
                        "field=problem, before=null, after=STATE_CONFLICT",
                        "after=当前状态不允许此操作",
                        "after=甲",
                        "field=intended, before=null, after=办理政策申报");
    }

    @Test
    void one_who_makes_up_things_without_end_fills_no_log_and_keeps_nobody_else_out_of_it() {
        calls(Ids.next());
        for (int i = 0; i < 1000; i++) {
            refused("POST /api/sample/{id}", "NOT_FOUND", Ids.next().toString());
        }
        assertThat(recorded()).hasSize(Refusals.MOST_OF_ONE);

        calls(Ids.next());
        refusals.onRefusal(LOG);
        assertThat(recorded()).hasSize(Refusals.MOST_OF_ONE + 1);
    }

    @Test
    void whom_nobody_knows_is_on_no_record() {
        refused("POST /api/sample", "CONFLICT", "甲");
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        refused("POST /api/sample", "CONFLICT", "甲");
        assertThat(recorded()).isEmpty();
    }

    private void refused(String route, String problem, String object) {
        refusals.onCommand(route, problem, "当前状态不允许此操作", object);
    }

    @Test
    void what_could_not_be_written_is_written_with_the_next_try() {
        UUID one = Ids.next();
        calls(one);
        doThrow(new IllegalStateException("no database"))
                .doReturn(Ids.next())
                .when(outbox)
                .publish(any(), anyLong(), any());

        refusals.onRefusal(KEYS);
        refusals.onRefusal(KEYS);
        refusals.onRefusal(KEYS);

        Mockito.verify(outbox, Mockito.times(2))
                .publish(
                        argThat(event -> event instanceof ChangeRecorded change
                                && change.action().equals("ACCESS_REFUSED")),
                        anyLong(),
                        any());
    }

    private List<ChangeRecorded> changes() {
        return mockingDetails(outbox).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("publish"))
                .map(call -> (ChangeRecorded) call.getArgument(0))
                .toList();
    }

    private List<String> recorded() {
        return changes().stream()
                .map(change -> change.subjectName() + " by " + change.actor().id())
                .toList();
    }

    private static void calls(UUID who) {
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(Jwt.withTokenValue("token")
                        .header("alg", "none")
                        .subject(who.toString())
                        .claim("user_type", "ENTERPRISE")
                        .claim("name", "陈志远")
                        .build()));
    }
}
