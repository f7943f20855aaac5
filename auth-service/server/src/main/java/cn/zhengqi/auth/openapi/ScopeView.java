package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import java.util.Arrays;
import java.util.List;

/** A scope as people read it. */
record ScopeView(OpenApiScope scope, String code, String label) {

    private static ScopeView of(OpenApiScope scope) {
        return new ScopeView(scope, scope.code(), scope.label());
    }

    static List<ScopeView> all() {
        return Arrays.stream(OpenApiScope.values()).map(ScopeView::of).toList();
    }

    static List<ScopeView> ofCodes(List<String> codes) {
        return codes.stream()
                .flatMap(code -> OpenApiScope.ofCode(code).stream())
                .map(ScopeView::of)
                .toList();
    }
}
