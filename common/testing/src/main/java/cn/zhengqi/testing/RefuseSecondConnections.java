package cn.zhengqi.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** A test during which somebody took a second connection while holding one fails. */
final class RefuseSecondConnections extends AbstractTestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        SecondConnections.mustBeNone();
    }
}
