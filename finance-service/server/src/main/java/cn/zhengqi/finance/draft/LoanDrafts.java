package cn.zhengqi.finance.draft;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.LoanProducts;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what enterprises type of applications until they hand them in. Read from the primary: who goes on on another device has just saved. Nobody is told of a
 * draft, and no bank, figure or event knows it.
 */
@Service
@Transactional
public class LoanDrafts {

    private final LoanDraftMapper drafts;
    private final LoanProducts products;
    private final AuditTrail audit;
    private final Clock clock;

    LoanDrafts(LoanDraftMapper drafts, LoanProducts products, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.products = products;
        this.audit = audit;
        this.clock = clock;
    }

    Page<LoanDraftView> list(UUID enterprise, UUID reader, PageRequest page) {
        List<LoanDraft> found = drafts.list(enterprise, page);
        Map<UUID, LoanProduct> of =
                products.named(found.stream().map(LoanDraft::productId).toList());
        return Page.of(
                found.stream()
                        .map(it -> LoanDraftView.of(it, Objects.requireNonNull(of.get(it.productId())), reader))
                        .toList(),
                drafts.countOf(enterprise),
                page);
    }

    Optional<LoanDraftView> find(UUID enterprise, UUID reader, UUID product) {
        return drafts.of(enterprise, product).map(it -> LoanDraftView.of(it, products.get(product), reader));
    }

    /**
     * Begins a draft, or goes on with it. The same once more changes nothing, whichever version it names: the first answer was lost. It does not go on record: a page
     * saves by itself at every pause.
     *
     * @param seenVersion absent: the author knows of no draft
     * @throws ProblemException NOT_FOUND without such a product; VERSION_CONFLICT when somebody else saved meanwhile; LOAN_DRAFT_GONE when it was discarded or handed in
     *     meanwhile; PRODUCT_SUSPENDED, APPLICATION_ALREADY_OPEN where none can be begun
     */
    LoanDraftView save(
            UUID productId, @Nullable Integer seenVersion, int seenEdition, DraftContent content, DraftAuthor author) {
        LoanProduct product = products.get(productId);
        drafts.lock(author.enterpriseId());
        LoanDraft draft = drafts.of(author.enterpriseId(), productId).orElse(null);
        if (draft == null) {
            draft = begin(product, seenVersion, seenEdition, content, author);
        } else if (!draft.says(content, Math.min(seenEdition, product.edition()))) {
            draft.save(seenVersion, product, seenEdition, content, author, now());
            drafts.update(draft);
        }
        return LoanDraftView.of(draft, product, author.accountId());
    }

    private LoanDraft begin(
            LoanProduct product,
            @Nullable Integer seenVersion,
            int seenEdition,
            DraftContent content,
            DraftAuthor author) {
        if (seenVersion != null) {
            throw new ProblemException(FinanceProblem.LOAN_DRAFT_GONE);
        }
        if (!product.takesApplications()) {
            throw new ProblemException(FinanceProblem.PRODUCT_SUSPENDED);
        }
        if (drafts.isAppliedFor(author.enterpriseId(), product.id())) {
            throw new ProblemException(FinanceProblem.APPLICATION_ALREADY_OPEN);
        }
        LoanDraft draft = LoanDraft.begin(product, seenEdition, content, author, now());
        drafts.insert(draft);
        return draft;
    }

    /**
     * What is gone already stays so.
     *
     * @throws ProblemException VERSION_CONFLICT when somebody typed more of it meanwhile
     */
    void discard(UUID enterprise, UUID productId, int seenVersion) {
        drafts.lock(enterprise);
        drafts.of(enterprise, productId).ifPresent(draft -> {
            draft.seenAs(seenVersion);
            LoanProduct product = products.get(productId);
            drafts.remove(enterprise, productId);
            audit.changed(
                    FinanceAction.LOAN_DRAFT_DISCARDED,
                    draft.id(),
                    product.title(),
                    new Discarded(product.title(), product.bankName(), draft.savedAt()),
                    null);
        });
    }

    /** What was typed has become an application; in the transaction in which it does. */
    public void handedIn(UUID enterprise, UUID productId) {
        drafts.remove(enterprise, productId);
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What goes on record of it: not what was typed. */
    private record Discarded(String productTitle, String bankName, Instant savedAt) {}
}
