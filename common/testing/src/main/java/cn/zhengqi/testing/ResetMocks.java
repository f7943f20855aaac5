package cn.zhengqi.testing;

import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** What a test told a mock of its context is forgotten by the next. Spring's own listener looks at every bean of the service before and after each test, to find the few that are mocks. */
final class ResetMocks extends AbstractTestExecutionListener {

    private static final Map<ApplicationContext, Object[]> FOUND = new WeakHashMap<>();

    @Override
    public void afterTestMethod(TestContext test) {
        Mockito.reset(mocks(test.getApplicationContext()));
    }

    static synchronized Object[] mocks(ApplicationContext context) {
        return FOUND.computeIfAbsent(context, ResetMocks::find);
    }

    private static Object[] find(ApplicationContext context) {
        ConfigurableListableBeanFactory beans = ((ConfigurableApplicationContext) context).getBeanFactory();
        return Stream.of(beans.getSingletonNames())
                .map(beans::getSingleton)
                .filter(Objects::nonNull)
                .filter(bean -> Mockito.mockingDetails(bean).isMock())
                .toArray();
    }
}
