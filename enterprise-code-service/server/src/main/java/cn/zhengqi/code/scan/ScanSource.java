package cn.zhengqi.code.scan;

import java.util.List;

/** How the code came in. */
public enum ScanSource {
    CAMERA("摄像头"),
    PICTURE("图片"),
    TYPED("输入"),
    WECHAT("微信扫一扫"),
    SYSTEM("系统接口");

    /** How a person brings it in; the rest is for systems. */
    public static final List<ScanSource> OF_PEOPLE = List.of(CAMERA, PICTURE, TYPED, WECHAT);

    private final String label;

    ScanSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
