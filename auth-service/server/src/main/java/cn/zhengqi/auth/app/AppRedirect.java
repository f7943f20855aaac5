package cn.zhengqi.auth.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a browser is sent back to, with what the application is told. */
public final class AppRedirect {

    private final String address;
    private final Map<String, String> told = new LinkedHashMap<>();

    private AppRedirect(String address) {
        this.address = address;
    }

    /** @param address as the application was registered with it, or a path of this site */
    public static AppRedirect to(String address) {
        return new AppRedirect(address);
    }

    /** What there is not is not told. */
    public AppRedirect with(String name, @Nullable String value) {
        if (value != null) {
            told.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        told.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        String added = query.encode().buildAndExpand(told).toUriString();
        // As it was registered to the letter, whatever query it has of its own.
        return told.isEmpty() ? address : address + (address.contains("?") ? "&" + added.substring(1) : added);
    }
}
