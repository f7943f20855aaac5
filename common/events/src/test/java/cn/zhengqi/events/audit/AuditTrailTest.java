package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.ChangeRecorded.Actor;
import cn.zhengqi.events.audit.ChangeRecorded.ActorKind;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CallingSystem;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class AuditTrailTest {

    private final Outbox outbox = mock(Outbox.class);
    private final AuditTrail audit =
            new AuditTrail(outbox, Clock.systemUTC(), "consent-service", () -> "trace", null, null);
    private final UUID account = Ids.next();
    private final UUID enterprise = Ids.next();

    private enum Done implements AuditAction {
        CONSENT_CHANGED;

        @Override
        public String label() {
            return "变更授权";
        }

        @Override
        public String subjectKind() {
            return "授权";
        }
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_is_named_and_calls_themselves_is_on_record_with_whom_they_acted_for() {
        aPersonCalls(account);

        assertThat(recorded(audit.by(account, "陈志远")))
                .isEqualTo(new Actor(ActorKind.PERSON, account, "陈志远", "ENTERPRISE", enterprise, "某某机械", null, null));
    }

    @Test
    void of_who_is_named_while_another_calls_nothing_is_said_that_is_the_other_s() {
        aPersonCalls(Ids.next());

        assertThat(recorded(audit.by(account, "陈志远")))
                .isEqualTo(new Actor(ActorKind.PERSON, account, "陈志远", null, null, null, null, null));
    }

    @Test
    void of_two_systems_with_one_name_it_is_on_record_which_it_was() {
        UUID key = Ids.next();
        call(Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject(key.toString())
                .claim("name", "办事大厅")
                .claim(CallingSystem.OWNER, Ids.next().toString())
                .claim(CallingSystem.OWNER_NAME, "某某银行")
                .build());
        Actor system = new Actor(ActorKind.SERVICE, key, "某某银行 办事大厅", null, null, null, null, null);

        assertThat(recorded(audit)).isEqualTo(system);
        nobodyCalls();
        assertThat(recorded(audit.bySystem(key, "某某银行", "办事大厅"))).isEqualTo(system);
    }

    private void aPersonCalls(UUID who) {
        call(Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject(who.toString())
                .claim("user_type", "ENTERPRISE")
                .claim("name", "陈志远")
                .claim("ent", enterprise.toString())
                .claim("ent_name", "某某机械")
                .build());
    }

    private static void call(Jwt token) {
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
    }

    private Actor recorded(AuditTrail trail) {
        trail.changed(Done.CONSENT_CHANGED, Ids.next(), "授权", null, null);
        ArgumentCaptor<ChangeRecorded> record = ArgumentCaptor.forClass(ChangeRecorded.class);
        verify(outbox, atLeastOnce()).publish(record.capture(), anyLong(), any());
        return record.getValue().actor();
    }
}
