package cn.zhengqi.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** A test during which another service was asked while a connection was held fails. */
final class RefuseQuestionsInTransaction extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        for (Object mock : ResetMocks.mocks(test.getApplicationContext())) {
            QuestionsInTransaction.watch(mock);
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        QuestionsInTransaction.mustBeNone();
    }
}
