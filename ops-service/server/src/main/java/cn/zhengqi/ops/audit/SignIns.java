package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登录日志 as it is read. What was typed is found by its keyed index, whose key is auth-service's: it is asked before a connection is taken.
 */
@Component
class SignIns {

    private final JdbcClient jdbc;
    private final InternalSignInNames names;

    SignIns(JdbcClient jdbc, InternalSignInNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** A filter whose names are resolved. */
    OperationFilter.Condition condition(SignInFilter filter) {
        return filter.condition(
                typed -> names.indexOf(new InternalSignInNames.Typed(typed)).index());
    }

    @Transactional(readOnly = true)
    Page<SignInRow> list(OperationFilter.Condition condition, PageRequest page) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<SignInRow> items = jdbc.sql(select(condition) + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> SignInRow.of(SignInEntry.of(row)))
                .list();
        return Page.of(items, count(condition), page);
    }

    @Transactional(readOnly = true)
    long count(OperationFilter.Condition condition) {
        String counted = condition.sql().isEmpty()
                ? ChainedLog.SIGN_INS.size()
                : "select count(*) from ops_log.sign_in_entry" + condition.sql();
        return jdbc.sql(counted)
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** One after the other, and none of them held. */
    @Transactional(readOnly = true)
    void each(OperationFilter.Condition condition, Consumer<SignInRow> reader) {
        jdbc.sql(select(condition))
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    reader.accept(SignInRow.of(SignInEntry.of(row)));
                });
    }

    private static String select(OperationFilter.Condition condition) {
        return "select " + SignInEntry.COLUMNS + " from ops_log.sign_in_entry" + condition.sql() + condition.order();
    }
}
