package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.kernel.UserType;
import java.util.Arrays;
import java.util.List;

/** A scope as people read it. */
record ScopeView(OpenApiScope scope, String code, String label) {

    private static ScopeView of(OpenApiScope scope) {
        return new ScopeView(scope, scope.code(), scope.label());
    }

    /** What somebody who works there may ask for. */
    static List<ScopeView> offeredTo(UserType type) {
        return Arrays.stream(OpenApiScope.values())
                .filter(scope -> type == UserType.BANK || !scope.isForBanks())
                .map(ScopeView::of)
                .toList();
    }

    static List<ScopeView> ofCodes(List<String> codes) {
        return codes.stream()
                .flatMap(code -> OpenApiScope.ofCode(code).stream())
                .map(ScopeView::of)
                .toList();
    }
}
