package cn.zhengqi.web.autoconfigure;

import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.PublicRoutes;
import cn.zhengqi.web.field.FieldRulesModule;
import cn.zhengqi.web.field.HiddenFields;
import cn.zhengqi.web.file.UploadLimit;
import cn.zhengqi.web.paging.PageRequestArgument;
import cn.zhengqi.web.problem.AnsweredProblem;
import cn.zhengqi.web.problem.DataProblemAdvice;
import cn.zhengqi.web.problem.ProblemAdvice;
import cn.zhengqi.web.problem.ProblemErrorController;
import cn.zhengqi.web.problem.Problems;
import cn.zhengqi.web.problem.TraceIds;
import cn.zhengqi.web.security.CallingSystemArgument;
import cn.zhengqi.web.security.CurrentUserArgument;
import cn.zhengqi.web.security.PermissionInterceptor;
import cn.zhengqi.web.security.Routes;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Problems, permissions, the caller, field rules and paging of a service. */
@AutoConfiguration(
        before = ErrorMvcAutoConfiguration.class,
        beforeName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
public class ZhengqiWebAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ZhengqiWebAutoConfiguration.class);

    /**
     * @param ahead for whoever wants to see on a machine of their own what comes with time, as that an answer is late: this service is so far ahead of all others
     * @throws IllegalStateException elsewhere
     */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${zhengqi.clock-ahead:0s}") Duration ahead, Environment environment) {
        if (ahead.isZero()) {
            return Clock.systemUTC();
        }
        if (ahead.isNegative() || !environment.matchesProfiles("local")) {
            throw new IllegalStateException("zhengqi.clock-ahead is for a machine of one's own, and goes forward");
        }
        LOG.warn("The clock of this service is {} ahead", ahead);
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    /** A service that has public routes declares its own. */
    @Bean
    @ConditionalOnMissingBean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }

    /** A service whose routes ask for permissions declares its own. */
    @Bean
    @ConditionalOnMissingBean
    DeclaredPermissions declaredPermissions() {
        return DeclaredPermissions.none();
    }

    /** A service with fields whose rule is a matter of roles declares its own. */
    @Bean
    @ConditionalOnMissingBean
    DeclaredFields declaredFields() {
        return DeclaredFields.none();
    }

    @Bean
    Routes routes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            PublicRoutes open,
            DeclaredPermissions declared) {
        return new Routes(mapping, open, declared);
    }

    @Bean
    TraceIds traceIds(ObjectProvider<Tracer> tracer) {
        return new TraceIds(tracer.getIfAvailable());
    }

    @Bean
    Problems problems(TraceIds traceIds, JsonMapper json) {
        return new Problems(traceIds, json);
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    AnsweredProblem answeredProblem() {
        return new AnsweredProblem();
    }

    @Bean
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    FieldRulesModule fieldRulesModule() {
        return new FieldRulesModule();
    }

    @Bean
    WebMvcConfigurer zhengqiMvc(PublicRoutes publicRoutes) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PermissionInterceptor(publicRoutes)).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new HiddenFields()).order(Ordered.HIGHEST_PRECEDENCE + 1);
                registry.addInterceptor(new UploadLimit()).order(Ordered.HIGHEST_PRECEDENCE + 2);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserArgument());
                resolvers.add(new CallingSystemArgument());
                resolvers.add(new PageRequestArgument());
            }
        };
    }

    /** What nobody takes is not recorded: a trace keeps its id, which problems and log lines name, and costs nothing else. */
    @Bean
    @ConditionalOnMissingBean
    Sampler traceSampler(
            ObjectProvider<SpanExporter> exporters,
            @Value("${management.tracing.sampling.probability:0.1}") double share) {
        return exporters.stream().findAny().isPresent()
                ? Sampler.parentBased(Sampler.traceIdRatioBased(share))
                : Sampler.alwaysOff();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.dao.DuplicateKeyException")
    static class Data {

        @Bean
        DataProblemAdvice dataProblemAdvice(Problems problems) {
            return new DataProblemAdvice(problems);
        }
    }
}
