package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.PushChannel;
import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 通知: from an operator's draft to being told. */
class Notification {

    /** As long as the variable of a template for text messages may be. */
    static final int LONGEST_TEXT_TITLE = 35;

    @TableId
    private UUID id;

    private MessageKind kind;
    private String title;
    private String body;

    private @Nullable String link;

    private List<String> channels;
    private Conditions audience;
    private ChosenTags chosenTags;

    private @Nullable Instant sendAt;

    private NotificationState state;
    private UUID authorId;
    private String authorName;

    private @Nullable UUID institutionId;

    private List<String> authors;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Long people;

    private @Nullable UUID deciderId;

    private @Nullable String deciderName;

    private @Nullable Instant decidedAt;

    private boolean approved;

    private boolean mandatory;

    private @Nullable String rejectReason;

    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    @TableField(updateStrategy = FieldStrategy.NEVER)
    private int startTries;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Notification() {}

    @SuppressWarnings("NullAway.Init")
    private Notification(
            NotificationContent content, ChosenTags tags, Person author, @Nullable UUID institution, Instant at) {
        this.id = Ids.next();
        this.state = NotificationState.DRAFT;
        this.authorId = author.account();
        this.authorName = author.name();
        this.institutionId = institution;
        this.authors = List.of(author.account().toString());
        this.createdAt = at;
        this.changedAt = at;
        takeOver(content, tags);
    }

    /** Who does it. */
    record Person(UUID account, String name) {}

    /**
     * @param tags by which its audience is chosen, with their names
     * @param institution whose it is; null: the platform's
     * @throws ProblemException VALIDATION_FAILED
     */
    static Notification draft(
            NotificationContent content, ChosenTags tags, Person author, @Nullable UUID institution, Instant at) {
        return new Notification(content, tags, author, institution, at);
    }

    /** @throws ProblemException STATE_CONFLICT once it was handed in, VALIDATION_FAILED */
    void change(NotificationContent content, ChosenTags tags, Person author, Instant at) {
        state = state.changed();
        takeOver(content, tags);
        hadAHandInIt(author);
        changedAt = at;
    }

    private void takeOver(NotificationContent content, ChosenTags tags) {
        if (content.ways().contains(PushChannel.SUBSCRIPTION)) {
            throw ProblemException.validation("channels", "NOT_ALLOWED", "订阅消息只用于系统消息");
        }
        if (content.ways().contains(PushChannel.SMS) && content.title().strip().length() > LONGEST_TEXT_TITLE) {
            throw ProblemException.validation("title", "SIZE", "选择短信时，标题不超过 " + LONGEST_TEXT_TITLE + " 字");
        }
        kind = content.kind();
        title = content.title().strip();
        body = content.body().strip();
        link = content.link();
        channels = content.ways().stream().map(Enum::name).toList();
        audience = content.audience();
        chosenTags = tags;
        mandatory = Boolean.TRUE.equals(content.mandatory());
        sendAt = content.sendAt() == null ? null : content.sendAt().toInstant();
    }

    /**
     * Hands it in.
     *
     * @param count of people that it is for now
     * @param most people that one person may decide to tell
     * @throws ProblemException STATE_CONFLICT, NOBODY_MEANT, VALIDATION_FAILED for a time that is over
     */
    void submit(Person person, long count, long most, Instant at) {
        NotificationState then =
                state.to(count > most ? NotificationState.PENDING_APPROVAL : NotificationState.SCHEDULED, "提交");
        if (count == 0) {
            throw new ProblemException(MessageProblem.NOBODY_MEANT);
        }
        if (sendAt != null && !sendAt.isAfter(at)) {
            throw ProblemException.validation("sendAt", "PAST", "发送时间已过，请重新选择或改为立即发送");
        }
        state = then;
        people = count;
        submittedAt = at;
        deciderId = null;
        deciderName = null;
        decidedAt = null;
        rejectReason = null;
        hadAHandInIt(person);
        if (then == NotificationState.SCHEDULED && sendAt == null) {
            sendAt = at;
        }
        changedAt = at;
    }

    /** A time that is over meanwhile is now. @throws ProblemException STATE_CONFLICT, OWN_NOTIFICATION */
    void approve(Person approver, Instant at) {
        NotificationState then = state.to(NotificationState.SCHEDULED, "审批通过");
        decided(approver, at);
        state = then;
        approved = true;
        if (sendAt == null || sendAt.isBefore(at)) {
            sendAt = at;
        }
    }

    /** @throws ProblemException STATE_CONFLICT, OWN_NOTIFICATION */
    void reject(String reason, Person approver, Instant at) {
        NotificationState then = state.to(NotificationState.REJECTED, "驳回");
        decided(approver, at);
        state = then;
        rejectReason = reason.strip();
    }

    /** What is out stays out; what never went has no time of sending either. @throws ProblemException STATE_CONFLICT once all is out */
    void cancel(Instant at) {
        state = state.to(NotificationState.CANCELLED, "取消");
        if (startedAt == null) {
            sendAt = null;
        }
        endedAt = at;
        changedAt = at;
    }

    /**
     * Its time has come, and its receivers are fixed.
     *
     * @param count how many people they are
     * @param most people that one person may decide to tell
     * @return false: they have become too many for one person to decide, or many more than were approved, and it waits for an approval
     */
    boolean start(long count, long most, Instant at) {
        boolean decided = approved && !hasGrownTo(count);
        people = count;
        changedAt = at;
        if (count > most && !decided) {
            state = state.to(NotificationState.PENDING_APPROVAL, "发送");
            // Its time is over: it goes out as soon as it is approved.
            sendAt = null;
            approved = false;
            deciderId = null;
            deciderName = null;
            decidedAt = null;
            return false;
        }
        state = state.to(NotificationState.SENDING, "发送");
        startedAt = at;
        return true;
    }

    /** By more than a tenth since it was decided for how many. */
    private boolean hasGrownTo(long count) {
        Long seen = people;
        return seen != null && count - seen > seen / 10;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Notification seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    private void decided(Person approver, Instant at) {
        if (authors.contains(approver.account().toString())) {
            throw new ProblemException(MessageProblem.OWN_NOTIFICATION);
        }
        deciderId = approver.account();
        deciderName = approver.name();
        decidedAt = at;
        changedAt = at;
    }

    private void hadAHandInIt(Person person) {
        authors = Stream.concat(authors.stream(), Stream.of(person.account().toString()))
                .distinct()
                .toList();
    }

    NotificationMoved moved(NotificationMoved.Step step, Instant at) {
        return new NotificationMoved(
                id,
                version,
                step,
                title,
                people == null ? 0 : people,
                authorName,
                authors.stream().map(UUID::fromString).collect(Collectors.toSet()),
                institutionId,
                sendAt,
                deciderName,
                rejectReason,
                at);
    }

    Notice notice() {
        return new Notice(kind, title, body, link);
    }

    boolean goesBy(PushChannel channel) {
        return channels.contains(channel.name());
    }

    List<PushChannel> ways() {
        return channels.stream().map(PushChannel::valueOf).toList();
    }

    boolean isOf(UUID account) {
        return authors.contains(account.toString());
    }

    UUID getId() {
        return id;
    }

    MessageKind getKind() {
        return kind;
    }

    String getTitle() {
        return title;
    }

    String getBody() {
        return body;
    }

    @Nullable
    String getLink() {
        return link;
    }

    @Nullable
    UUID getInstitutionId() {
        return institutionId;
    }

    Conditions getAudience() {
        return audience;
    }

    ChosenTags getChosenTags() {
        return chosenTags;
    }

    /** Its time has come, but nobody says whom its audience is. */
    boolean isHeldUp() {
        return state == NotificationState.SCHEDULED && startTries > 0;
    }

    @Nullable
    Instant getSendAt() {
        return sendAt;
    }

    NotificationState getState() {
        return state;
    }

    String getAuthorName() {
        return authorName;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    @Nullable
    Instant getSubmittedAt() {
        return submittedAt;
    }

    @Nullable
    Long getPeople() {
        return people;
    }

    @Nullable
    String getDeciderName() {
        return deciderName;
    }

    @Nullable
    Instant getDecidedAt() {
        return decidedAt;
    }

    /** That everybody has to know it, whatever ways they have declined. */
    boolean isMandatory() {
        return mandatory;
    }

    @Nullable
    String getRejectReason() {
        return rejectReason;
    }

    @Nullable
    Instant getStartedAt() {
        return startedAt;
    }

    @Nullable
    Instant getEndedAt() {
        return endedAt;
    }

    int getVersion() {
        return version;
    }
}
