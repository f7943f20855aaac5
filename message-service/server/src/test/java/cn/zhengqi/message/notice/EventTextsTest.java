package cn.zhengqi.message.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.CredentialTakenAway.Credential;
import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.sms.SentTexts;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MessageServiceTest
class EventTextsTest {

    private final UUID account = Ids.next();
    private final InternalAccounts accounts = mock(InternalAccounts.class);
    private final EventTexts handlers = new EventTexts();
    private SentTexts texts;

    @Autowired
    private Noticeboard board;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void there_is_somebody_who_brings_them(@Autowired AutowireCapableBeanFactory beans) {
        jdbc.sql("delete from waiting_text_notice").update();
        texts = new SentTexts(beans.createBean(SentTexts.Parts.class), accounts);
        when(accounts.account(account)).thenReturn(owner(true, true));
    }

    @Test
    void who_applied_hears_once_whether_they_were_let_in_though_the_event_came_twice_and_the_provider_was_away() {
        InstitutionApplicationDecided decided = decided(true, "巴南区示例商会");
        EventMetadata meta = meta(decided, 1, Instant.now());
        hear(admissions(), decided, meta);
        hear(admissions(), decided, meta);
        verify(accounts, never()).account(account);

        texts.providerIsAway(true);
        texts.sendAll();
        assertThat(texts.onPhones()).isEmpty();
        assertThat(pushed()).as("not given up").isEmpty();

        texts.providerIsAway(false);
        texts.sendAll();
        texts.sendAll();
        assertThat(texts.onPhones()).containsExactly("13700000008 ADMISSION_APPROVED 巴南区示例商会");
        assertThat(pushed()).containsExactly("入驻审核结果 ACCEPTED");
    }

    @Test
    void who_was_not_let_in_hears_it_and_a_long_name_is_cut_to_what_a_template_takes() {
        heardNow(admissions(), decided(false, "长".repeat(60)), 1);
        texts.sendAll();
        assertThat(texts.onPhones()).containsExactly("13700000008 ADMISSION_REJECTED " + "长".repeat(34) + "…");
    }

    @Test
    void a_phone_that_nobody_has_proved_or_of_a_closed_account_gets_nothing() {
        for (AccountRecord nobody : List.of(owner(true, false), owner(false, true))) {
            when(accounts.account(account)).thenReturn(nobody);
            heardNow(admissions(), decided(true, "巴南区示例商会"), 1);
            texts.sendAll();
        }
        assertThat(texts.onPhones()).isEmpty();
        assertThat(pushed()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void history_that_is_heard_again_sends_nothing() {
        InstitutionApplicationDecided decided = decided(true, "巴南区示例商会");
        hear(admissions(), decided, meta(decided, 1, Instant.now().minus(Duration.ofDays(8))));
        assertThat(waiting()).isZero();
    }

    @Test
    void the_phone_that_an_account_had_hears_once_that_it_has_another_though_nobody_could_say_it_at_first() {
        when(accounts.formerPhone(account, 7))
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(new FormerPhone("13700000009", "0008"));
        PhoneChanged changed = new PhoneChanged(account, Instant.now());
        EventMetadata meta = meta(changed, 7, Instant.now());
        EventHandler<PhoneChanged> handler = handlers.phoneChangedText(board, texts.notices());
        hear(handler, changed, meta);
        hear(handler, changed, meta);
        assertThat(jdbc.sql("select waiting_text_notice::text from waiting_text_notice")
                        .query(String.class)
                        .single())
                .as("what waits carries no phone")
                .doesNotContain("1370000000");

        texts.sendAll();
        assertThat(texts.onPhones()).isEmpty();
        texts.sendAll();
        texts.sendAll();
        assertThat(texts.onPhones()).containsExactly("13700000009 PHONE_CHANGED 0008");
        assertThat(pushed()).containsExactly("手机号更换提醒 ACCEPTED");
    }

    @Test
    void so_does_the_phone_that_somebody_else_replaced_and_no_other_credential_is_told_so() {
        when(accounts.formerPhone(account, 3)).thenReturn(new FormerPhone("13700000009", "0008"));
        EventHandler<CredentialTakenAway> handler = handlers.phoneReplacedText(board, texts.notices());
        for (Credential credential : Credential.values()) {
            heardNow(handler, new CredentialTakenAway(account, credential, Instant.now()), 3);
        }
        texts.sendAll();
        assertThat(texts.onPhones()).containsExactly("13700000009 PHONE_CHANGED 0008");
    }

    @Test
    void where_the_account_was_closed_meanwhile_there_is_nobody_to_tell() {
        when(accounts.formerPhone(account, 7)).thenReturn(new FormerPhone(null, null));
        heardNow(handlers.phoneChangedText(board, texts.notices()), new PhoneChanged(account, Instant.now()), 7);
        texts.sendAll();
        assertThat(texts.onPhones()).isEmpty();
        assertThat(waiting()).isZero();
    }

    private EventHandler<InstitutionApplicationDecided> admissions() {
        return handlers.institutionApplicationDecidedText(board, texts.notices());
    }

    private InstitutionApplicationDecided decided(boolean approved, String name) {
        return new InstitutionApplicationDecided(
                Ids.next(), account, InstitutionType.CHAMBER, name, approved, null, Instant.now());
    }

    private <E extends DomainEvent> void heardNow(EventHandler<E> handler, E event, long version) {
        hear(handler, event, meta(event, version, Instant.now()));
    }

    private <E extends DomainEvent> void hear(EventHandler<E> handler, E event, EventMetadata meta) {
        transaction.executeWithoutResult(status -> handler.handle(event, meta));
    }

    private static EventMetadata meta(DomainEvent event, long version, Instant at) {
        return new EventMetadata(Ids.next(), event.getClass().getSimpleName(), event.subject(), version, at);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from waiting_text_notice")
                .query(Integer.class)
                .single();
    }

    private List<String> pushed() {
        return jdbc.sql("select title || ' ' || result from push_log where account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }

    private AccountRecord owner(boolean enabled, boolean proved) {
        return new AccountRecord(
                account, UserType.CHAMBER, null, "13700000008", proved, "王小二", enabled, false, false, Instant.now());
    }
}
