package cn.zhengqi.message.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.tag.InternalTags.NamedTag;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.notification.Notification.Person;
import cn.zhengqi.message.push.PushChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final long MOST = 500;

    private final Person author = new Person(Ids.next(), "运营甲");
    private final Person colleague = new Person(Ids.next(), "运营乙");

    private static NotificationContent content(@Nullable Instant sendAt, PushChannel... ways) {
        return new NotificationContent(
                MessageKind.POLICY,
                " 申报提醒 ",
                "正文",
                "/policies",
                List.of(ways),
                new Conditions(
                        Conditions.Target.ENTERPRISES,
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                sendAt == null ? null : BusinessTime.at(sendAt),
                null);
    }

    private Notification draft() {
        return Notification.draft(content(null, PushChannel.IN_SITE), ChosenTags.NONE, author, null, NOW);
    }

    private static void refused(ProblemCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void tags_keep_the_names_by_which_they_were_chosen_and_one_that_is_retired_is_refused() {
        UUID one = Ids.next();
        UUID other = Ids.next();
        assertThat(ChosenTags.of(List.of(one, one), List.of(new NamedTag(one, "园区企业", false)))
                        .tags())
                .containsExactly(new ChosenTags.ChosenTag(one, "园区企业"));
        assertThatThrownBy(() -> ChosenTags.of(
                        List.of(one, other),
                        List.of(new NamedTag(one, "园区企业", false), new NamedTag(other, "旧标签", true))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fieldErrors().getFirst().message())
                                .contains("旧标签")
                                .contains("已停用"));
        refused(CommonProblem.VALIDATION_FAILED, () -> ChosenTags.of(List.of(one), List.of()));
    }

    @Test
    void one_for_few_people_waits_for_its_time_and_goes_out() {
        Notification it = draft();
        it.submit(author, 500, MOST, NOW);
        assertThat(it.getState()).isEqualTo(NotificationState.SCHEDULED);
        assertThat(it.getSendAt()).isEqualTo(NOW);

        assertThat(it.start(498, MOST, NOW)).isTrue();
        assertThat(it.getState()).isEqualTo(NotificationState.SENDING);
        assertThat(it.getPeople()).as("as fixed").isEqualTo(498);
    }

    @Test
    void one_for_many_people_waits_for_a_second_person() {
        Notification it = draft();
        it.submit(author, 501, MOST, NOW);
        assertThat(it.getState()).isEqualTo(NotificationState.PENDING_APPROVAL);
        refused(MessageProblem.OWN_NOTIFICATION, () -> it.approve(author, NOW));

        it.approve(colleague, NOW.plusSeconds(60));

        assertThat(it.getState()).isEqualTo(NotificationState.SCHEDULED);
        assertThat(it.getSendAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(it.start(501, MOST, NOW)).isTrue();
    }

    @Test
    void whoever_had_a_hand_in_it_neither_approves_nor_rejects_it() {
        Notification it = draft();
        it.change(content(null, PushChannel.IN_SITE), ChosenTags.NONE, colleague, NOW);
        it.submit(author, 501, MOST, NOW);

        refused(MessageProblem.OWN_NOTIFICATION, () -> it.approve(colleague, NOW));
        refused(MessageProblem.OWN_NOTIFICATION, () -> it.reject("不妥", colleague, NOW));
        assertThat(it.getState()).isEqualTo(NotificationState.PENDING_APPROVAL);
    }

    @Test
    void what_was_rejected_is_a_draft_again_once_it_is_changed_and_needs_an_approval_of_its_own() {
        Notification it = draft();
        it.submit(author, 501, MOST, NOW);
        it.reject("请补充截止日期", colleague, NOW);
        assertThat(it.getRejectReason()).isEqualTo("请补充截止日期");
        refused(CommonProblem.STATE_CONFLICT, () -> it.submit(author, 501, MOST, NOW));

        it.change(content(null, PushChannel.IN_SITE), ChosenTags.NONE, author, NOW);
        it.submit(author, 501, MOST, NOW);

        assertThat(it.getState()).isEqualTo(NotificationState.PENDING_APPROVAL);
        assertThat(it.getRejectReason()).isNull();
    }

    @Test
    void one_that_has_become_for_too_many_people_by_its_time_waits_for_an_approval_instead_of_going_out() {
        Notification it = draft();
        it.submit(author, 500, MOST, NOW);

        assertThat(it.start(501, MOST, NOW)).isFalse();

        assertThat(it.getState()).isEqualTo(NotificationState.PENDING_APPROVAL);
        assertThat(it.getPeople()).isEqualTo(501);
        assertThat(it.getSendAt()).as("a time that is over").isNull();
        it.approve(colleague, NOW);
        assertThat(it.start(551, MOST, NOW)).as("about as many").isTrue();
    }

    @Test
    void one_that_has_grown_since_it_was_approved_is_approved_again_before_it_goes_out() {
        Notification it = draft();
        it.submit(author, 600, MOST, NOW);
        it.approve(colleague, NOW);

        assertThat(it.start(90_000, MOST, NOW)).isFalse();

        assertThat(it.getState()).isEqualTo(NotificationState.PENDING_APPROVAL);
        assertThat(it.getPeople()).as("what the second person decides about").isEqualTo(90_000);
        assertThat(it.getDeciderName()).isNull();
        it.approve(colleague, NOW);
        assertThat(it.start(90_500, MOST, NOW)).isTrue();
    }

    @Test
    void one_for_nobody_or_for_a_time_that_is_over_is_not_handed_in() {
        refused(MessageProblem.NOBODY_MEANT, () -> draft().submit(author, 0, MOST, NOW));
        Notification late = Notification.draft(
                content(NOW, PushChannel.IN_SITE), ChosenTags.NONE, author, null, NOW.minusSeconds(60));
        refused(CommonProblem.VALIDATION_FAILED, () -> late.submit(author, 1, MOST, NOW));
        assertThat(late.getState()).isEqualTo(NotificationState.DRAFT);
    }

    @Test
    void a_time_that_passed_while_it_waited_for_the_approval_is_now() {
        Instant at = NOW.plus(Duration.ofHours(1));
        Notification it = Notification.draft(content(at, PushChannel.IN_SITE), ChosenTags.NONE, author, null, NOW);
        it.submit(author, 501, MOST, NOW);
        it.approve(colleague, at.plusSeconds(1));
        assertThat(it.getSendAt()).isEqualTo(at.plusSeconds(1));

        Notification early = Notification.draft(content(at, PushChannel.IN_SITE), ChosenTags.NONE, author, null, NOW);
        early.submit(author, 501, MOST, NOW);
        early.approve(colleague, NOW);
        assertThat(early.getSendAt()).isEqualTo(at);
    }

    @Test
    void it_can_be_cancelled_until_all_is_out() {
        for (NotificationState state : NotificationState.values()) {
            boolean open = state != NotificationState.SENT && state != NotificationState.CANCELLED;
            assertThat(state.next().contains(NotificationState.CANCELLED))
                    .as(state.label())
                    .isEqualTo(open);
        }
        Notification it = draft();
        it.cancel(NOW);
        refused(CommonProblem.STATE_CONFLICT, () -> it.cancel(NOW));
        refused(
                CommonProblem.STATE_CONFLICT,
                () -> it.change(content(null, PushChannel.IN_SITE), ChosenTags.NONE, author, NOW));
    }

    @Test
    void what_was_cancelled_before_it_went_has_no_time_of_sending() {
        Notification planned = draft();
        planned.submit(author, 1, MOST, NOW);
        planned.cancel(NOW);
        assertThat(planned.getSendAt()).isNull();

        Notification begun = draft();
        begun.submit(author, 1, MOST, NOW);
        begun.start(1, MOST, NOW);
        begun.cancel(NOW);
        assertThat(begun.getSendAt()).isEqualTo(NOW);
    }

    @Test
    void once_handed_in_its_text_stays() {
        Notification it = draft();
        it.submit(author, 1, MOST, NOW);
        refused(
                CommonProblem.STATE_CONFLICT,
                () -> it.change(content(null, PushChannel.IN_SITE), ChosenTags.NONE, author, NOW));
        assertThat(NotificationState.SENT.next()).isEqualTo(Set.of());
    }

    @Test
    void a_title_that_goes_by_text_message_is_as_long_as_a_providers_variable() {
        NotificationContent longer = new NotificationContent(
                MessageKind.SYSTEM,
                "字".repeat(36),
                "正文",
                null,
                List.of(PushChannel.SMS),
                content(null, PushChannel.IN_SITE).audience(),
                null,
                null);
        refused(CommonProblem.VALIDATION_FAILED, () -> Notification.draft(longer, ChosenTags.NONE, author, null, NOW));
    }

    @Test
    void a_text_message_of_more_than_70_characters_is_charged_in_parts_of_67() {
        assertThat(Preview.Sms.of("字".repeat(70)).parts()).isEqualTo(1);
        assertThat(Preview.Sms.of("字".repeat(71)).parts()).isEqualTo(2);
        assertThat(Preview.Sms.of("字".repeat(134)).parts()).isEqualTo(2);
        assertThat(Preview.Sms.of("字".repeat(135)).parts()).isEqualTo(3);
    }
}
