package cn.zhengqi.code.scan;

/** How the code came in. */
public enum ScanSource {
    CAMERA("摄像头"),
    PICTURE("图片"),
    TYPED("输入"),
    WECHAT("微信扫一扫");

    private final String label;

    ScanSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
