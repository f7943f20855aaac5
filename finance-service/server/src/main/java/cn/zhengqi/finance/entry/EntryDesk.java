package cn.zhengqi.finance.entry;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.entry.ProductEntry.Person;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.LoanProducts;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.ProductDesk;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what banks enter from draft to being published. Every action names the version that its decider saw and the scope
 * that they act in; what is out of scope is not found. From the primary, because people look right after they changed something.
 */
@Service
@Transactional
class EntryDesk {

    private final ProductEntryMapper entries;
    private final LoanProducts products;
    private final ProductDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    EntryDesk(ProductEntryMapper entries, LoanProducts products, ProductDesk desk, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.products = products;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    Page<EntryView> list(EntryQuery query, PageRequest page) {
        return Page.of(entries.list(query, page), entries.count(query), page).map(EntryView::of);
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope */
    EntryDetail detail(UUID id, EntryScope scope) {
        return detail(entry(id, scope));
    }

    /** With what the next edition of a product starts. @throws ProblemException NOT_FOUND also for another bank's product */
    ProductContent start(UUID product, DataScope scope) {
        return ProductContent.of(own(product, scope).terms());
    }

    /**
     * @param product of which it is the next edition; absent: a new product
     * @throws ProblemException NOT_FOUND also for another bank's product, PRODUCT_ENTRY_OPEN, VALIDATION_FAILED
     */
    EntryDetail begin(UUID bank, String bankName, @Nullable UUID product, ProductContent content, Person person) {
        LoanProduct next = product == null ? null : own(product, DataScope.ofInstitution(bank));
        ProductEntry entry =
                ProductEntry.begin(desk.bank(bank, bankName), next, content, typesBeside(product), person, now());
        try {
            entries.insert(entry);
        } catch (DuplicateKeyException another) {
            throw new ProblemException(FinanceProblem.PRODUCT_ENTRY_OPEN);
        }
        recorded(FinanceAction.PRODUCT_ENTERED, null, entry);
        return detail(entry);
    }

    EntryDetail change(UUID id, int version, EntryScope scope, ProductContent content, Person person) {
        return move(
                FinanceAction.PRODUCT_ENTRY_CHANGED,
                id,
                version,
                scope,
                it -> it.change(content, typesBeside(it.productId()), person, now()));
    }

    EntryDetail submit(UUID id, int version, EntryScope scope, Person person) {
        return move(
                FinanceAction.PRODUCT_ENTRY_SUBMITTED,
                id,
                version,
                scope,
                it -> it.submit(typesBeside(it.productId()), person, now()));
    }

    EntryDetail takeBack(UUID id, int version, EntryScope scope) {
        return move(FinanceAction.PRODUCT_ENTRY_TAKEN_BACK, id, version, scope, it -> it.takeBack(now()));
    }

    EntryDetail discard(UUID id, int version, EntryScope scope) {
        return move(FinanceAction.PRODUCT_ENTRY_DISCARDED, id, version, scope, it -> it.discard(now()));
    }

    EntryDetail sendBack(UUID id, int version, EntryScope scope, String reason, Person reviewer) {
        return move(
                FinanceAction.PRODUCT_ENTRY_RETURNED, id, version, scope, it -> it.sendBack(reason, reviewer, now()));
    }

    /**
     * The conditions that the reviewer is going to publish; what the engine says of them is asked outside any transaction.
     *
     * @return nothing where there are none
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, OWN_PRODUCT_ENTRY
     */
    @Nullable
    Map<String, Object> conditionsToApprove(UUID id, int version, EntryScope scope, Person reviewer) {
        ProductEntry entry = entry(id, scope).seenAs(version);
        entry.mayBeApprovedBy(reviewer);
        return entry.content().criteria();
    }

    /**
     * It is published in the same transaction: from its commit on it is applied for.
     *
     * @param told the conditions of this version in words
     */
    EntryDetail approve(UUID id, int version, EntryScope scope, ProductCriteria told, Person reviewer) {
        return move(FinanceAction.PRODUCT_PUBLISHED, id, version, scope, it -> {
            it.mayBeApprovedBy(reviewer);
            Instant now = now();
            it.approve(published(it, told, now), reviewer, now);
        });
    }

    private LoanProduct published(ProductEntry entry, ProductCriteria told, Instant at) {
        ProductContent content = entry.content();
        Bank bank = desk.bank(entry.bankId(), entry.bankName());
        UUID known = entry.productId();
        ContentCheck.whole(content, typesBeside(known), BusinessTime.dayOf(at));
        if (known != null) {
            return desk.revise(known, it -> content.terms(it.code(), it.edition() + 1, bank, told, it.terms()), at);
        }
        String code = desk.nextCode();
        LoanProduct product = LoanProduct.publish(code, content.terms(code, 1, bank, told, null), bank, at);
        desk.enter(product, bank, at);
        return product;
    }

    private EntryDetail move(FinanceAction action, UUID id, int version, EntryScope scope, Consumer<ProductEntry> how) {
        ProductEntry entry = entry(id, scope).seenAs(version);
        EntryView before = EntryView.of(entry);
        how.accept(entry);
        entries.update(entry);
        recorded(action, before, entry);
        return detail(entry);
    }

    private void recorded(FinanceAction action, @Nullable EntryView before, ProductEntry entry) {
        audit.changed(action, entry.id(), entry.bankName() + " " + entry.title(), before, EntryView.of(entry));
    }

    private EntryDetail detail(ProductEntry entry) {
        UUID product = entry.productId();
        return new EntryDetail(
                EntryView.of(entry),
                entry.content(),
                product == null ? null : ProductContent.of(products.get(product).terms()));
    }

    private ProductEntry entry(UUID id, EntryScope scope) {
        return entries.find(id).filter(scope::permits).orElseThrow(() -> ProblemException.notFound("没有找到该产品录入"));
    }

    private LoanProduct own(UUID product, DataScope scope) {
        LoanProduct found = products.get(product);
        if (!scope.permits(null, found.bankId())) {
            throw LoanProducts.notFound();
        }
        return found;
    }

    private KnownTypes typesBeside(@Nullable UUID product) {
        return new KnownTypes(products.typesBeside(product));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
