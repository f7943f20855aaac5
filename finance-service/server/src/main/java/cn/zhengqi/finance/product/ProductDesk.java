package cn.zhengqi.finance.product;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.OfficeDecidedOnProduct;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes, pins, suspends and resumes loan products. */
@Service
@Transactional
public class ProductDesk {

    private final LoanProductMapper products;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ProductDesk(LoanProductMapper products, Outbox outbox, AuditTrail audit, Clock clock) {
        this.products = products;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters and publishes a product. */
    public void enter(LoanProduct product, Bank bank, Instant at) {
        products.save(bank);
        products.insert(product);
        products.keepEdition(product.id(), product.edition(), product.terms(), at);
        outbox.publish(product.published(at), product.version(), at);
    }

    /** The code of a product that its bank enters. */
    public String nextCode() {
        return "P%05d".formatted(products.nextNumber());
    }

    /**
     * The institution as products name it.
     *
     * @param name what it calls itself, where no product names it yet
     */
    public Bank bank(UUID id, String name) {
        return products.bank(id).orElseGet(() -> new Bank(id, name));
    }

    /**
     * Puts the next edition of a product in force; those who applied before keep theirs.
     *
     * @param terms what it says, from what is in force
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT when somebody changed the product at the same moment
     */
    public LoanProduct revise(UUID id, Function<LoanProduct, PublishedTerms> terms, Instant at) {
        LoanProduct product = product(id, DataScope.all());
        DomainEvent told = product.revise(terms.apply(product), at);
        products.update(product);
        products.keepEdition(product.id(), product.edition(), product.terms(), at);
        if (told != null) {
            outbox.publish(told, product.version(), at);
        }
        return product;
    }

    /**
     * Pins products of a platform that has none pinned yet.
     *
     * @param codes three at most
     */
    public void showFirst(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            LoanProduct product = products.byCode(codes.get(i)).orElseThrow(LoanProducts::notFound);
            product.pin(i + 1);
            products.update(product);
        }
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, PRODUCT_SUSPENDED, PIN_LIMIT_REACHED */
    void pin(UUID id, int seenVersion) {
        LoanProduct product = product(id, DataScope.all()).seenAs(seenVersion);
        ManagedProduct before = ManagedProduct.of(product);
        product.pin(products.freePinSlot().orElseThrow(() -> new ProblemException(FinanceProblem.PIN_LIMIT_REACHED)));
        try {
            products.update(product);
        } catch (DuplicateKeyException slotTakenMeanwhile) {
            throw ProblemException.versionConflict();
        }
        recorded(FinanceAction.PRODUCT_PINNED, before, product);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    void unpin(UUID id, int seenVersion) {
        LoanProduct product = product(id, DataScope.all()).seenAs(seenVersion);
        ManagedProduct before = ManagedProduct.of(product);
        product.unpin();
        products.update(product);
        recorded(FinanceAction.PRODUCT_UNPINNED, before, product);
    }

    /**
     * @param byName who of that side; its bank reads it where it is the finance office
     * @param scope the products that the caller may touch
     * @throws ProblemException NOT_FOUND also for a product out of scope, VERSION_CONFLICT, STATE_CONFLICT
     */
    void suspend(UUID id, int seenVersion, String reason, Suspender by, String byName, DataScope scope) {
        LoanProduct product = product(id, scope).seenAs(seenVersion);
        ManagedProduct before = ManagedProduct.of(product);
        Instant at = clock.instant();
        store(product, product.suspend(new Suspension(by, reason, at)));
        tellBank(product, by, byName, reason, before.product().pinned(), at);
        recorded(FinanceAction.PRODUCT_SUSPENDED, before, product);
    }

    /** As {@link #suspend}, and SUSPENDED_BY_FINANCE_OFFICE. */
    void resume(UUID id, int seenVersion, Suspender by, String byName, DataScope scope) {
        LoanProduct product = product(id, scope).seenAs(seenVersion);
        ManagedProduct before = ManagedProduct.of(product);
        Instant at = clock.instant();
        store(product, product.resume(by, at));
        tellBank(product, by, byName, null, false, at);
        recorded(FinanceAction.PRODUCT_RESUMED, before, product);
    }

    /** What a bank did itself it knows. */
    private void tellBank(
            LoanProduct product,
            Suspender by,
            String byName,
            @Nullable String reason,
            boolean fromHomePage,
            Instant at) {
        if (by == Suspender.FINANCE_OFFICE) {
            outbox.publish(
                    new OfficeDecidedOnProduct(
                            product.id(),
                            product.title(),
                            product.bankId(),
                            reason != null,
                            product.takesApplications(),
                            reason,
                            byName,
                            fromHomePage,
                            at),
                    product.version(),
                    at);
        }
    }

    private void recorded(FinanceAction action, ManagedProduct before, LoanProduct product) {
        audit.changed(
                action, product.id(), product.bankName() + " " + product.title(), before, ManagedProduct.of(product));
    }

    private void store(LoanProduct product, @Nullable DomainEvent event) {
        products.update(product);
        if (event != null) {
            outbox.publish(event, product.version());
        }
    }

    private LoanProduct product(UUID id, DataScope scope) {
        return products.find(id)
                .filter(product -> scope.permits(null, product.bankId()))
                .orElseThrow(LoanProducts::notFound);
    }
}
