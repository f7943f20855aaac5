package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.MatchResultCited;
import cn.zhengqi.finance.draft.LoanDrafts;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.LoanProducts;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves loan applications. Each move is one transaction: the application, its timeline, the money paid out and the event.
 * Every action names the version that its decider saw and the scope that they act in; what is out of scope is not found.
 */
@Service
@Transactional
public class ApplicationDesk {

    /** Applications that one enterprise hands in on one day, also where they are taken back: each tells all officers of a bank and starts a promise. */
    static final int MOST_A_DAY = 20;

    private final LoanApplicationMapper applications;
    private final LoanProducts products;
    private final LoanDrafts drafts;
    private final BranchTowns branches;
    private final ApplicationFiles files;
    private final Courses courses;
    private final CodeEnds codes;
    private final PromisedAnswer answer;
    private final PromiseExtensions extensions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationDesk(
            LoanApplicationMapper applications,
            LoanProducts products,
            LoanDrafts drafts,
            BranchTowns branches,
            ApplicationFiles files,
            Courses courses,
            CodeEnds codes,
            PromisedAnswer answer,
            PromiseExtensions extensions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.products = products;
        this.drafts = drafts;
        this.branches = branches;
        this.files = files;
        this.courses = courses;
        this.codes = codes;
        this.answer = answer;
        this.extensions = extensions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException what {@link LoanApplication#submit} says, CODE_ENDED, APPLICATION_ALREADY_OPEN, or APPLICATIONS_USED_UP */
    public LoanApplicationView submit(UUID productId, Applicant applicant, LoanRequest request) {
        return submit(productId, applicant, request, null);
    }

    /**
     * @param offerer who made the offer that the enterprise chose, and has the application from the beginning; null: it came of none, or of somebody who can have it no more
     * @throws ProblemException as the other
     */
    public LoanApplicationView submit(
            UUID productId, Applicant applicant, LoanRequest request, @Nullable Holder offerer) {
        // Many at once are counted as many one after the other; what has waited is of the day on which it goes on.
        applications.lock(applicant.enterpriseId());
        codes.refuse(applicant.enterpriseId());
        Instant now = now();
        refuseMore(applicant.enterpriseId(), now);
        LoanProduct product = products.getAsItStays(productId);
        Transition submitted = LoanApplication.submit(
                numberOf(now),
                product,
                applicant,
                request,
                new BorrowingHistory(applications.granted(applicant.enterpriseId())),
                offerer == null
                        ? Assignment.ofPool(product.bankId(), branches.of(product.bankId(), applicant.townCode()))
                        : Assignment.ofHolder(product.bankId(), offerer),
                now);
        enter(submitted, now);
        if (offerer != null) {
            applications.insertStep(submitted.application().cameByOffer(offerer, now));
        }
        drafts.handedIn(applicant.enterpriseId(), productId);
        recorded(FinanceAction.APPLICATION_SUBMITTED, null, submitted.application());
        return view(submitted.application());
    }

    private void refuseMore(UUID enterpriseId, Instant now) {
        Instant today = BusinessTime.startOf(BusinessTime.dayOf(now));
        if (applications.submittedSince(enterpriseId, today) >= MOST_A_DAY) {
            throw new ProblemException(
                    FinanceProblem.APPLICATIONS_USED_UP,
                    "本企业今天已提交融资申请 " + MOST_A_DAY + " 次，达到每日上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
    }

    /** A code of the enterprise ended: whoever applied since, and under no later one, did so for nobody. What a bank granted before this was heard stands. */
    public void endWithTheCode(UUID enterpriseId, Instant endedAt) {
        applications.lock(enterpriseId);
        codes.mustBeKept(enterpriseId, endedAt);
        Instant now = now();
        applications
                .lockUndecidedWithoutCode(enterpriseId, endedAt)
                .forEach(it -> store(it.endWithTheCode(Actor.PLATFORM, now), now));
    }

    LoanApplicationView withdraw(UUID id, int version, DataScope scope, Actor person) {
        return move(FinanceAction.APPLICATION_WITHDRAWN, id, version, scope, (it, now) -> it.withdraw(person, now));
    }

    LoanApplicationView accept(UUID id, int version, DataScope scope, Decider by) {
        return answer(
                FinanceAction.APPLICATION_ACCEPTED,
                id,
                version,
                scope,
                by,
                (it, now) -> it.answeredBy(by).accept(by.actor(), now));
    }

    LoanApplicationView askMaterial(UUID id, int version, DataScope scope, Decider by, String what) {
        return answer(
                FinanceAction.MATERIAL_ASKED,
                id,
                version,
                scope,
                by,
                (it, now) -> it.answeredBy(by).askMaterial(what, by.actor(), now));
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** Asks for more time; the application stays as it is. @throws ProblemException what {@link LoanApplication#answeredBy} and {@link PromiseExtensions#ask} say */
    void askExtension(UUID id, DataScope scope, ExtensionWish wish, CurrentUser officer) {
        LoanApplication application = applications
                .findWithin(id, scope)
                .orElseThrow(LoanApplications::notFound)
                .answeredBy(Decider.person(new Actor(officer.accountId(), officer.name())));
        extensions.ask(answer.kind(), id, wish.workingDays(), wish.reason(), officer);
        audit.changed(
                FinanceAction.EXTENSION_ASKED,
                id,
                application.number() + " " + application.enterpriseName(),
                null,
                new MoreTime(application.number(), wish.workingDays(), wish.reason()));
    }

    /** @throws ProblemException what {@link LoanApplication#supplyMaterial} and {@link ApplicationFiles#handIn} say */
    LoanApplicationView supplyMaterial(
            UUID id, int version, DataScope scope, Actor person, @Nullable String words, List<UUID> handedIn) {
        return move(
                FinanceAction.MATERIAL_SUPPLIED,
                id,
                version,
                scope,
                (it, now) -> it.supplyMaterial(words, handedIn.size(), person, now),
                moved -> files.handIn(moved, handedIn));
    }

    /** @throws ProblemException what {@link LoanApplication#addFiles} and {@link ApplicationFiles#handIn} say */
    LoanApplicationView addFiles(UUID id, int version, DataScope scope, Actor person, List<UUID> handedIn) {
        return move(
                FinanceAction.FILES_ADDED,
                id,
                version,
                scope,
                (it, now) -> it.addFiles(person, now),
                moved -> files.handIn(moved, handedIn));
    }

    LoanApplicationView approve(UUID id, int version, DataScope scope, Decider by, Grant grant) {
        try {
            return answer(
                    FinanceAction.APPLICATION_APPROVED,
                    id,
                    version,
                    scope,
                    by,
                    (it, now) -> it.answeredBy(by).approve(grant, grantedSoFar(it.enterpriseId()), by.actor(), now));
        } catch (DuplicateKeyException anotherBankWasQuicker) {
            if (violates(anotherBankWasQuicker, "loan_application_one_first_loan")) {
                throw new ProblemException(FinanceProblem.FIRST_LOAN_ALREADY_GRANTED);
            }
            throw anotherBankWasQuicker;
        }
    }

    /** @param reasonCode of the catalogue; REFUSAL_REASON_UNKNOWN if it is not there */
    LoanApplicationView refuse(UUID id, int version, DataScope scope, Decider by, String reasonCode, String words) {
        RefusalReason reason = applications
                .refusalReason(reasonCode)
                .orElseThrow(() -> new ProblemException(FinanceProblem.REFUSAL_REASON_UNKNOWN));
        return answer(
                FinanceAction.APPLICATION_REFUSED,
                id,
                version,
                scope,
                by,
                (it, now) -> it.answeredBy(by).refuse(reason, words, by.actor(), now));
    }

    /** @throws ProblemException what {@link LoanApplication#disburse} says, DISBURSEMENT_RECORDED where its number is, FIRST_LOAN_ALREADY_GRANTED */
    LoanApplicationView disburse(UUID id, int version, DataScope scope, Decider by, Drawdown payment) {
        return disburse(id, version, scope, by, payment, true);
    }

    /**
     * @param another whether whoever records it said, or has no need to say, that one of the same amount on the same day is another
     * @throws ProblemException as above; DISBURSEMENT_ALIKE where nobody said so and there is such a one
     */
    LoanApplicationView disburse(UUID id, int version, DataScope scope, Decider by, Drawdown payment, boolean another) {
        try {
            return move(FinanceAction.APPLICATION_DISBURSED, id, version, scope, (it, now) -> {
                LoanApplication theirs = it.answeredBy(by);
                requireNew(id, payment, another);
                if (theirs.status() == ApplicationStatus.EXPIRED) {
                    mustLeaveTheFirstLoan(theirs);
                }
                return theirs.disburse(payment, by.actor(), now);
            });
        } catch (DuplicateKeyException twice) {
            if (violates(twice, "loan_disbursement_one_of_a_reference")) {
                throw recorded(payment);
            }
            throw twice;
        }
    }

    /**
     * One first loan stands, whoever granted it, and before it no other: what comes back was granted before all that was granted since, of which, of whatever kind it is itself, a first loan would be none; and it is no
     * first loan itself where an earlier grant has come back before it. Who grants one at this moment is waited for, or waits.
     *
     * @throws ProblemException FIRST_LOAN_ALREADY_GRANTED
     */
    private void mustLeaveTheFirstLoan(LoanApplication expired) {
        applications.lock(expired.enterpriseId());
        if (applications.isAgainstFirstLoan(expired.id())) {
            throw new ProblemException(
                    FinanceProblem.FIRST_LOAN_ALREADY_GRANTED,
                    expired.kind() == LoanKind.FIRST
                            ? "本笔授信过期后，该企业已有其他获批的贷款，本笔已不是首贷，不能再按首贷登记放款，请联系金融办核实"
                            : "本笔授信过期后，该企业已有首贷获批；登记本笔放款，该首贷便不再是首贷，因此不能登记，请联系金融办核实");
        }
    }

    /** Said before what is left of the grant: what was told twice most often finds less than it asks for. */
    private void requireNew(UUID id, Drawdown payment, boolean another) {
        List<Disbursement> paid = applications.disbursements(id);
        String reference = payment.reference();
        if (reference != null && paid.stream().anyMatch(one -> reference.equals(one.reference()))) {
            throw recorded(payment);
        }
        if (!another) {
            paid.stream().filter(one -> one.mayBe(payment)).findFirst().ifPresent(alike -> {
                throw new ProblemException(
                        FinanceProblem.DISBURSEMENT_ALIKE, "已登记过一笔日期和金额相同的放款（" + alike.inWords() + "）");
            });
        }
    }

    private static ProblemException recorded(Drawdown payment) {
        return new ProblemException(
                FinanceProblem.DISBURSEMENT_RECORDED, "流水号 " + payment.reference() + " 的放款已登记，请核对后再登记");
    }

    LoanApplicationView settle(UUID id, int version, DataScope scope, Decider by) {
        return move(
                FinanceAction.APPLICATION_SETTLED,
                id,
                version,
                scope,
                (it, now) -> it.answeredBy(by).settle(by.actor(), now));
    }

    /** Stores a submitted application as of the moment it was submitted. */
    void enter(Transition submitted, Instant at) {
        try {
            applications.insert(submitted.application());
        } catch (DuplicateKeyException openAlready) {
            if (violates(openAlready, "loan_application_one_open")) {
                throw new ProblemException(FinanceProblem.APPLICATION_ALREADY_OPEN);
            }
            throw openAlready;
        }
        record(submitted, at);
        MatchResultCited cited = submitted.application().cited();
        if (cited != null) {
            outbox.publish(cited, submitted.application().version(), at);
        }
    }

    /** Stores a move as of the moment it was made. */
    void store(Transition moved, Instant at) {
        applications.update(moved.application());
        record(moved, at);
    }

    /** At the end of a transaction of many moves. */
    void changedNow(Collection<UUID> moved) {
        if (!moved.isEmpty()) {
            applications.changed(moved, now());
        }
    }

    String numberOf(Instant submittedAt) {
        return "RZ%s%06d"
                .formatted(
                        BusinessTime.dayOf(submittedAt).format(DateTimeFormatter.BASIC_ISO_DATE),
                        applications.nextNumber());
    }

    /** A decision of the bank: whoever has the application hears what the bank's system decided. Of payments, of which there may be many, the timeline tells. */
    private LoanApplicationView answer(
            FinanceAction action,
            UUID id,
            int version,
            DataScope scope,
            Decider by,
            BiFunction<LoanApplication, Instant, Transition> how) {
        return move(action, id, version, scope, how, moved -> {
            LoanApplication it = moved.application();
            it.answeredBehind(moved, by, it.changedAt())
                    .ifPresent(told -> outbox.publish(told, it.version(), it.changedAt()));
        });
    }

    private LoanApplicationView move(
            FinanceAction action,
            UUID id,
            int version,
            DataScope scope,
            BiFunction<LoanApplication, Instant, Transition> how) {
        return move(action, id, version, scope, how, moved -> {});
    }

    /** @param with what belongs to the move, once it is stored */
    private LoanApplicationView move(
            FinanceAction action,
            UUID id,
            int version,
            DataScope scope,
            BiFunction<LoanApplication, Instant, Transition> how,
            Consumer<Transition> with) {
        LoanApplication application = applications
                .findWithin(id, scope)
                .orElseThrow(LoanApplications::notFound)
                .seenAs(version);
        Instant now = now();
        LoanApplicationView before = LoanApplicationView.of(application, List.of(), null);
        Transition moved = how.apply(application, now);
        store(moved, now);
        with.accept(moved);
        recorded(action, before, application);
        return view(application);
    }

    void recorded(FinanceAction action, @Nullable LoanApplicationView before, LoanApplication application) {
        LoanApplicationView after = LoanApplicationView.of(application, List.of(), null);
        audit.changed(action, after.id(), after.number() + " " + after.enterpriseName(), before, after);
    }

    /** Read here and not after the commit, when it might be asked of a replica that has not got it yet. */
    LoanApplicationView view(LoanApplication application) {
        return LoanApplicationView.of(
                application,
                codes.frozenSince(application.enterpriseId()),
                courses.of(application.id()),
                answer.of(application.id()));
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Transition moved, Instant at) {
        applications.insertStep(moved.step());
        if (moved.disbursement() != null) {
            applications.insertDisbursement(moved.disbursement());
        }
        answer.follow(moved, at);
        outbox.publish(answer.told(moved), moved.application().version(), at);
    }

    /** Of two banks that grant to one enterprise at the same moment the second one sees what the first one granted, of whatever kind. */
    private BorrowingHistory grantedSoFar(UUID enterpriseId) {
        applications.lock(enterpriseId);
        return new BorrowingHistory(List.copyOf(applications.granted(enterpriseId)));
    }

    private static boolean violates(DuplicateKeyException duplicate, String constraint) {
        return String.valueOf(duplicate.getMessage()).contains(constraint);
    }
}
