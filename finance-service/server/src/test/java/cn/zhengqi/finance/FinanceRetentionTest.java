package cn.zhengqi.finance;

import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.ProductDesk;
import cn.zhengqi.finance.product.Products;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class FinanceRetentionTest extends RetentionTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProductDesk products;

    @Autowired
    private TransactionTemplate transactions;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                "finance.public-record", List.of(new Kept(this::answered, id -> isThere("public_record", id))),
                "finance.draft", List.of(new Kept(this::typed, id -> isThere("loan_draft", id))));
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of(
                "finance.unused-file",
                "cn.zhengqi.finance.coordination.VisitFiles.removeUnused",
                "finance.unused-application-file",
                "cn.zhengqi.finance.application.ApplicationFiles.removeUnused");
    }

    private UUID answered(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into public_record (id, enterprise_id, kind, source, asked_on, asked_at, answer)
                        values (?, ?, 'PENALTY', 'PLATFORM', ?, ?, '{"total": 0, "records": []}')""").params(id, Ids.next(), at.toLocalDate(), at).update();
        return id;
    }

    private UUID typed(OffsetDateTime at) {
        UUID id = Ids.next();
        LoanProduct product = Products.of(300, 24);
        transactions.executeWithoutResult(
                status -> products.enter(product, new Bank(product.bankId(), product.bankName()), at.toInstant()));
        jdbc.sql("""
                        insert into loan_draft (id, enterprise_id, product_id, product_edition, use_account_phone, author_id, author_name, begun_at, saved_at, version)
                        values (?, ?, ?, 1, true, ?, '陈志远', ?, ?, 0)""").params(id, Ids.next(), product.id(), Ids.next(), at, at).update();
        return id;
    }

    private boolean isThere(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
