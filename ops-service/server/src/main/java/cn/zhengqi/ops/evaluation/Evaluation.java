package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsProblem;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.EvaluatedCase;
import cn.zhengqi.ops.api.EvaluationAnswerPassed;
import cn.zhengqi.ops.api.EvaluationAnswered;
import cn.zhengqi.ops.api.EvaluationGiven;
import cn.zhengqi.ops.api.EvaluationSentBack;
import cn.zhengqi.ops.api.Grade;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One enterprise's evaluation of one finished case, and how far one who was not satisfied was called back. Each change answers with what the others are told. */
@TableName("evaluation")
@SuppressWarnings("UnusedVariable") // some columns are only written
class Evaluation {

    @TableId
    private UUID id;

    private CaseKind caseKind;
    private UUID caseId;
    private String caseNumber;
    private String title;
    private UUID enterpriseId;
    private String enterpriseName;
    private @Nullable UUID institutionId;
    private @Nullable String institutionName;
    private @Nullable UUID branchId;
    private @Nullable UUID personId;
    private @Nullable String townCode;
    private Instant finishedAt;
    private Grade grade;
    private List<String> tags;
    private @Nullable String words;
    private boolean anonymous;
    private Channel channel;
    private UUID givenBy;
    private Instant givenAt;
    private EvaluationState state;

    private @Nullable UUID roundId;

    private @Nullable Instant calledAt;

    private @Nullable CallBackAnswer answer;
    private @Nullable String answerWords;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant passedAt;
    private @Nullable LocalDate againUntil;
    private @Nullable Grade againGrade;
    private @Nullable String againWords;
    private @Nullable UUID againBy;
    private @Nullable Instant againAt;
    private Publication publication;

    private List<String> coveredWords;
    private List<String> ownNames;

    private @Nullable Instant publishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Evaluation() {}

    /** @throws ProblemException EVALUATION_OVER after the last day */
    Evaluation(FinishedCase about, Opinion opinion, Evaluator by, LocalDate until, Instant at) {
        if (BusinessTime.dayOf(at).isAfter(until)) {
            throw new ProblemException(OpsProblem.EVALUATION_OVER, "评价已于 " + BusinessTime.inWords(until) + "截止");
        }
        this.id = Ids.next();
        this.caseKind = about.kind();
        this.caseId = about.caseId();
        this.caseNumber = about.number();
        this.title = about.title();
        this.enterpriseId = about.enterpriseId();
        this.enterpriseName = Objects.requireNonNull(about.enterpriseName(), "whose case it is");
        this.institutionId = about.institutionId();
        this.institutionName = about.institutionName();
        this.branchId = about.branchId();
        this.personId = about.personId();
        this.townCode = about.townCode();
        this.finishedAt = about.finishedAt();
        this.grade = opinion.grade();
        this.tags = opinion.tags();
        this.words = opinion.words();
        Boolean asked = opinion.anonymous();
        // Who may have handled it without learning whose it was learns it by this only if the enterprise says so.
        this.anonymous = asked == null ? about.nameless() : asked;
        this.channel = opinion.channel();
        this.givenBy = by.person();
        this.givenAt = at;
        this.publication = Publication.UNDECIDED;
        this.coveredWords = List.of();
        this.ownNames = List.of();
        if (grade.isSatisfied()) {
            this.state = EvaluationState.GIVEN;
        } else {
            this.state = EvaluationState.TO_ANSWER;
            this.roundId = Ids.next();
        }
    }

    /** Keeps by which names whoever evaluates tells of themselves in what they say. */
    void names(@Nullable String said, Evaluator by, ShortNames names) {
        if (said == null) {
            return;
        }
        ownNames = Stream.of(
                        ownNames.stream(),
                        by.namesThemselvesIn(said) ? Stream.of(by.name()) : Stream.<String>empty(),
                        anonymous ? names.in(said, enterpriseName, List.of()).stream() : Stream.<String>empty())
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    EvaluationGiven given() {
        return new EvaluationGiven(about(), grade, tags, false, givenAt);
    }

    /**
     * That the enterprise was called, or that nobody answered there.
     *
     * @throws ProblemException STATE_CONFLICT unless it waits for an answer
     */
    void called(boolean reached, Instant at) {
        mustWaitForAnswer("登记回访");
        if (reached) {
            calledAt = at;
        }
    }

    /**
     * @throws ProblemException STATE_CONFLICT unless it waits for an answer; CALL_BACK_FIRST before somebody spoke with the enterprise, except where nobody knows
     *     whom to call
     */
    EvaluationAnswered answered(CallBackAnswer how, String said, UUID by, Instant at) {
        mustWaitForAnswer("提交处理结果");
        if (calledAt == null && !anonymous) {
            throw new ProblemException(OpsProblem.CALL_BACK_FIRST);
        }
        state = state.to(EvaluationState.TO_REVIEW, "提交处理结果");
        answer = how;
        answerWords = said;
        answeredBy = by;
        answeredAt = at;
        return new EvaluationAnswered(about(), how, at);
    }

    /** It is to be done again, in a new round. @throws ProblemException STATE_CONFLICT, OWN_ANSWER */
    EvaluationSentBack sentBack(String reason, UUID by, Instant at) {
        mustNotBeOwn(by, "退回");
        state = state.to(EvaluationState.TO_ANSWER, "退回");
        roundId = Ids.next();
        calledAt = null;
        return new EvaluationSentBack(about(), reason, at);
    }

    /** The enterprise may evaluate once more. @throws ProblemException STATE_CONFLICT, OWN_ANSWER */
    EvaluationAnswerPassed passed(UUID by, LocalDate until, Instant at) {
        mustNotBeOwn(by, "通过");
        state = state.to(EvaluationState.TO_EVALUATE_AGAIN, "通过");
        passedAt = at;
        againUntil = until;
        return new EvaluationAnswerPassed(
                about(), Objects.requireNonNull(answer), Objects.requireNonNull(answerWords), until, at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it may be evaluated again; EVALUATION_OVER after the last day */
    EvaluationGiven again(Grade now, @Nullable String said, Evaluator by, Instant at) {
        EvaluationState done = state.to(EvaluationState.EVALUATED_AGAIN, "再次评价");
        if (BusinessTime.dayOf(at).isAfter(Objects.requireNonNull(againUntil))) {
            throw new ProblemException(OpsProblem.EVALUATION_OVER, "再次评价已于 " + BusinessTime.inWords(againUntil) + "截止");
        }
        state = done;
        againGrade = now;
        againWords = said;
        againBy = by.person();
        againAt = at;
        return new EvaluationGiven(about(), now, List.of(), true, at);
    }

    /** The time for the second evaluation went by. */
    void lapse() {
        state = state.to(EvaluationState.LAPSED, "结束");
    }

    /**
     * @param cover names and other words that nobody is to read
     * @throws ProblemException STATE_CONFLICT while something is still done about it, and where it is published already; VALIDATION_FAILED for words to cover that are nowhere in it
     */
    void publish(Collection<String> cover, Instant at) {
        mayBecome(Publication.PUBLISHED, "公开");
        String said = said();
        cover.stream().filter(word -> !said.contains(word)).findFirst().ifPresent(word -> {
            throw ProblemException.validation("cover", "NOT_IN_WORDS", "评价和处理结果里没有“" + word + "”");
        });
        coveredWords = cover.stream().distinct().toList();
        publication = Publication.PUBLISHED;
        publishedAt = at;
    }

    /** All that is said in words, and read by everybody once it is published. */
    String said() {
        return Stream.of(words, answerWords, againWords)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** @throws ProblemException STATE_CONFLICT while something is still done about it, and where it is withheld already */
    void withhold() {
        mayBecome(Publication.WITHHELD, "设为不公开");
        publication = Publication.WITHHELD;
        publishedAt = null;
    }

    private void mayBecome(Publication decided, String action) {
        if (!state.isSettled() || publication == decided) {
            throw state.refuse(publication == decided ? "再次" + action : action);
        }
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Evaluation seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    private void mustWaitForAnswer(String action) {
        if (state != EvaluationState.TO_ANSWER) {
            throw state.refuse(action);
        }
    }

    private void mustNotBeOwn(UUID reviewer, String action) {
        if (state != EvaluationState.TO_REVIEW) {
            throw state.refuse(action);
        }
        if (reviewer.equals(answeredBy)) {
            throw new ProblemException(OpsProblem.OWN_ANSWER);
        }
    }

    EvaluatedCase about() {
        return new EvaluatedCase(
                id,
                caseKind,
                caseId,
                caseNumber,
                title,
                enterpriseId,
                institutionId,
                institutionName,
                townCode,
                anonymous,
                branchId,
                personId);
    }

    UUID id() {
        return id;
    }

    CaseKind caseKind() {
        return caseKind;
    }

    UUID caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
    }

    String title() {
        return title;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    /** Whether it is a person's, who speaks for no enterprise. */
    boolean isOfPerson() {
        return personId != null;
    }

    /** Under whose name it stands where that is told. */
    String speaker() {
        return isOfPerson() ? "申请人" : enterpriseName;
    }

    /** Of it what the person said, for them to take out. */
    MyData.Evaluated saidBy(UUID person) {
        boolean first = givenBy.equals(person);
        boolean again = person.equals(againBy);
        return new MyData.Evaluated(
                caseNumber,
                title,
                isOfPerson() ? null : enterpriseName,
                first ? grade.label() : null,
                first ? tags : List.of(),
                first ? words : null,
                first ? BusinessTime.at(givenAt) : null,
                again && againGrade != null ? againGrade.label() : null,
                again ? againWords : null,
                again && againAt != null ? BusinessTime.at(againAt) : null);
    }

    @Nullable
    UUID institutionId() {
        return institutionId;
    }

    @Nullable
    String institutionName() {
        return institutionName;
    }

    /** Of the institution, where one handled it for it. */
    @Nullable
    UUID branchId() {
        return branchId;
    }

    @Nullable
    String townCode() {
        return townCode;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    Grade grade() {
        return grade;
    }

    List<String> coveredWords() {
        return List.copyOf(coveredWords);
    }

    /** What {@link #names} found, in the first words and in those of the second evaluation: nobody reads it who is not to know whose it is. */
    List<String> ownNames() {
        return List.copyOf(ownNames);
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    @Nullable
    String words() {
        return words;
    }

    boolean anonymous() {
        return anonymous;
    }

    Channel channel() {
        return channel;
    }

    Instant givenAt() {
        return givenAt;
    }

    EvaluationState state() {
        return state;
    }

    /** Of the call-back that is promised; null for who was satisfied. */
    @Nullable
    UUID roundId() {
        return roundId;
    }

    @Nullable
    Instant calledAt() {
        return calledAt;
    }

    @Nullable
    CallBackAnswer answer() {
        return answer;
    }

    @Nullable
    String answerWords() {
        return answerWords;
    }

    @Nullable
    UUID answeredBy() {
        return answeredBy;
    }

    @Nullable
    LocalDate againUntil() {
        return againUntil;
    }

    @Nullable
    Grade againGrade() {
        return againGrade;
    }

    @Nullable
    String againWords() {
        return againWords;
    }

    @Nullable
    Instant againAt() {
        return againAt;
    }

    Publication publication() {
        return publication;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    int version() {
        return version;
    }
}
