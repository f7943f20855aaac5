package cn.zhengqi.web.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Lays the shared defaults under a service's own settings, and the shared settings of Nacos over them, so that an
 * application.yaml says only what is special. {@code zhengqi.nacos.enabled=false} runs a service without Nacos; so does
 * the profile {@code test}.
 */
public final class DefaultsPostProcessor implements EnvironmentPostProcessor, Ordered {

    /** Before the service's own files are read, because these decide what is imported with them. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder settings = Binder.get(environment);
        Set<String> profiles = new HashSet<>(Arrays.asList(environment.getActiveProfiles()));
        profiles.addAll(settings.bind("spring.profiles.active", Bindable.setOf(String.class))
                .orElse(Set.of()));
        Map<String, Object> defaults = new HashMap<>(read("zhengqi-defaults.yaml"));
        boolean test = profiles.contains("test");
        if (test || profiles.contains("local")) {
            defaults.putAll(read("zhengqi-defaults-local.yaml"));
        }
        boolean nacos =
                is(settings, "zhengqi.nacos.enabled", !test) && is(settings, "spring.cloud.nacos.config.enabled", true);
        defaults.put("zhengqi.nacos.enabled", nacos);
        if (nacos) {
            String service = serviceName(environment);
            // What all share is not optional: better no service, which says why, than one with half of its settings.
            defaults.put("spring.config.import[0]", "nacos:zhengqi-common.yaml?refreshEnabled=true");
            defaults.put("spring.config.import[1]", "nacos:zhengqi-district.yaml?refreshEnabled=true");
            defaults.put("spring.config.import[2]", "optional:nacos:" + service + ".yaml?refreshEnabled=true");
        } else {
            defaults.put("spring.cloud.nacos.config.enabled", false);
            defaults.put("spring.cloud.nacos.config.import-check.enabled", false);
            defaults.put("spring.cloud.nacos.discovery.enabled", false);
            defaults.put("spring.cloud.service-registry.auto-registration.enabled", false);
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
        // Workbooks measure text for their columns, which fails on servers and in containers without fonts; a property
        // of the process.
        System.setProperty("org.apache.poi.ss.ignoreMissingFontSystem", "true");
    }

    private static boolean is(Binder settings, String name, boolean otherwise) {
        return settings.bind(name, Boolean.class).orElse(otherwise);
    }

    private static String serviceName(ConfigurableEnvironment environment) {
        String name = environment.getProperty("spring.application.name");
        if (name == null && new ClassPathResource("application.yaml").exists()) {
            name = (String) read("application.yaml").get("spring.application.name");
        }
        if (name == null) {
            throw new IllegalStateException("application.yaml must name the service: spring.application.name");
        }
        return name;
    }

    private static Map<String, Object> read(String file) {
        Map<String, Object> values = new HashMap<>();
        try {
            for (PropertySource<?> source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    Object value = source.getProperty(name);
                    if (value != null) {
                        values.put(name, value);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return values;
    }
}
