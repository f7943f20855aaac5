/** 企业码内容页: what the portal says of the enterprise code, kept by staff. */
@NullMarked
package cn.zhengqi.code.about;

import org.jspecify.annotations.NullMarked;
