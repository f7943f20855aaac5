package cn.zhengqi.message.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    private final UUID applicant = Ids.next();
    private final Noticeboard board = mock(Noticeboard.class);
    private final TextMessages texts = mock(TextMessages.class);
    private final InternalAccounts accounts = mock(InternalAccounts.class);

    @BeforeEach
    void news_that_can_be_sent() {
        when(board.isNews(any())).thenReturn(true);
        when(texts.available()).thenReturn(true);
        when(accounts.account(applicant)).thenReturn(record(true, true));
    }

    @Test
    void who_applied_hears_by_text_message_whether_they_were_let_in() {
        decided(true, "巴南区示例商会");
        verify(texts).sendOrRecord(new CodeMessage(applicant, "13700000008", Purpose.ADMISSION_APPROVED, "巴南区示例商会"));
        decided(false, "巴南区示例商会");
        verify(texts).sendOrRecord(new CodeMessage(applicant, "13700000008", Purpose.ADMISSION_REJECTED, "巴南区示例商会"));
    }

    @Test
    void a_long_name_is_cut_to_what_a_template_takes() {
        decided(true, "长".repeat(60));
        verify(texts)
                .sendOrRecord(
                        new CodeMessage(applicant, "13700000008", Purpose.ADMISSION_APPROVED, "长".repeat(34) + "…"));
    }

    @Test
    void a_phone_that_nobody_has_proved_or_of_a_closed_account_gets_nothing() {
        when(accounts.account(applicant)).thenReturn(record(true, false));
        decided(true, "巴南区示例商会");
        when(accounts.account(applicant)).thenReturn(record(false, true));
        decided(true, "巴南区示例商会");
        verify(texts, never()).sendOrRecord(any());
    }

    @Test
    void history_that_is_heard_again_and_a_platform_without_text_messages_send_nothing() {
        when(board.isNews(any())).thenReturn(false);
        decided(true, "巴南区示例商会");
        when(board.isNews(any())).thenReturn(true);
        when(texts.available()).thenReturn(false);
        decided(true, "巴南区示例商会");
        verify(texts, never()).sendOrRecord(any());
        verify(accounts, never()).account(any());
    }

    private void decided(boolean approved, String name) {
        UUID application = Ids.next();
        new AdmissionTexts()
                .institutionApplicationDecidedText(board, texts, accounts)
                .handle(
                        new InstitutionApplicationDecided(
                                application, applicant, InstitutionType.CHAMBER, name, approved, null, NOW),
                        new EventMetadata(Ids.next(), "user.InstitutionApplicationDecided", application, 1, NOW));
    }

    private AccountRecord record(boolean enabled, boolean proved) {
        return new AccountRecord(
                applicant, UserType.CHAMBER, null, "13700000008", proved, "王小二", enabled, false, false, NOW);
    }
}
