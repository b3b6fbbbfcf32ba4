<?xml version="1.0" encoding="UTF-8"?>
<!--
  The one stylesheet of every printed sheet: it turns a <sheet> (frame data, QR, and a body in the
  small XHTML vocabulary of output templates) into XSL-FO. Colours and measures are those of the pages.
  Outer borders of FO tables are not drawn on the right edge in rl-tb, so rows carry rules below only.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg">

  <xsl:variable name="ink" select="'#14202B'"/>
  <xsl:variable name="ink-2" select="'#43515E'"/>
  <xsl:variable name="lapis" select="'#123F6D'"/>
  <xsl:variable name="lapis-deep" select="'#0B2A4A'"/>
  <xsl:variable name="firouzeh" select="'#0B6E6E'"/>
  <xsl:variable name="line" select="'#C3CDD6'"/>
  <xsl:variable name="page" select="'#F4F6F8'"/>

  <xsl:template match="/sheet">
    <fo:root xml:lang="fa-IR" writing-mode="rl-tb" font-family="Vazirmatn" font-size="12pt" line-height="1.75"
        color="{$ink}" text-align="start">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm" margin="15mm 19mm 13mm 19mm">
          <fo:region-body margin-bottom="12mm"/>
          <fo:region-before extent="0mm"/>
          <fo:region-after extent="9mm" display-align="after"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="@title"/></rdf:li></rdf:Alt></dc:title>
              <dc:creator><rdf:Seq><rdf:li><xsl:value-of select="@agency"/></rdf:li></rdf:Seq></dc:creator>
              <dc:language><rdf:Bag><rdf:li>fa-IR</rdf:li></rdf:Bag></dc:language>
              <xsl:if test="@verify-code">
                <dc:identifier><xsl:value-of select="@verify-code"/></dc:identifier>
              </xsl:if>
              <xmp:CreatorTool>Dargah</xmp:CreatorTool>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
              <pdfaExtension:schemas>
                <rdf:Bag>
                  <rdf:li rdf:parseType="Resource">
                    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                    <pdfaSchema:property>
                      <rdf:Seq>
                        <rdf:li rdf:parseType="Resource">
                          <pdfaProperty:category>internal</pdfaProperty:category>
                          <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
                          <pdfaProperty:name>part</pdfaProperty:name>
                          <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                        </rdf:li>
                      </rdf:Seq>
                    </pdfaSchema:property>
                  </rdf:li>
                </rdf:Bag>
              </pdfaExtension:schemas>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence master-reference="a4" writing-mode="rl-tb" id="sheet" format="۱">
        <xsl:if test="@verify-code">
          <fo:static-content flow-name="xsl-region-before">
            <fo:block-container absolute-position="fixed" top="8mm" left="9mm" width="192mm" height="281mm" border="1.25pt solid {$lapis-deep}"><fo:block/></fo:block-container>
            <fo:block-container absolute-position="fixed" top="9.3mm" left="10.3mm" width="189.4mm" height="278.4mm" border="0.4pt solid {$firouzeh}"><fo:block/></fo:block-container>
            <xsl:if test="@specimen">
              <xsl:call-template name="specimen"><xsl:with-param name="top" select="'70mm'"/></xsl:call-template>
              <xsl:call-template name="specimen"><xsl:with-param name="top" select="'160mm'"/></xsl:call-template>
            </xsl:if>
          </fo:static-content>
        </xsl:if>
        <fo:static-content flow-name="xsl-region-after">
          <fo:block font-size="8.5pt" color="{$ink-2}" line-height="1.5" border-top="0.5pt solid {$line}" padding-top="1.5mm"
              text-align-last="justify">
            <xsl:choose>
              <xsl:when test="@remark"><xsl:value-of select="@remark"/></xsl:when>
              <xsl:otherwise><xsl:text>درگاه خدمات دولت، </xsl:text><xsl:value-of select="@province"/></xsl:otherwise>
            </xsl:choose>
            <fo:leader leader-pattern="space"/>
            <xsl:text>صفحهٔ </xsl:text><fo:page-number/><xsl:text> از </xsl:text><fo:page-number-citation-last ref-id="sheet"/>
          </fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="letterhead"/>
          <xsl:if test="@tracking-code"><xsl:call-template name="receipt"/></xsl:if>
          <xsl:if test="@verify-code and not(body/h1)"><xsl:call-template name="title"/></xsl:if>
          <xsl:apply-templates select="body/*[not(self::annex)]"/>
          <xsl:if test="@verify-code and not(@specimen)"><xsl:call-template name="seal"/></xsl:if>
          <xsl:if test="@specimen">
            <fo:block space-before="9mm" padding="4mm" background-color="{$page}" color="{$lapis-deep}" font-weight="bold">این برگه نمونه است. سندی صادر نشده و کدی برای راستی‌آزمایی ندارد.</fo:block>
          </xsl:if>
          <xsl:apply-templates select="body/annex"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Behind the text of a sheet that is no document. -->
  <xsl:template name="specimen">
    <xsl:param name="top"/>
    <fo:block-container absolute-position="fixed" top="{$top}" left="20mm" width="170mm" height="70mm">
      <fo:block text-align="center" font-size="120pt" font-weight="bold" line-height="1.2" color="#E4E9EE"><xsl:value-of select="@specimen"/></fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- The head: mark, province and agency on the right; number and dates on the left. -->
  <xsl:template name="letterhead">
    <fo:table table-layout="fixed" width="100%" role="NonStruct">
      <fo:table-column column-width="17mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="58mm"/>
      <fo:table-body role="NonStruct">
        <fo:table-row role="NonStruct">
          <fo:table-cell role="NonStruct" display-align="center" padding-bottom="4mm">
            <fo:block role="NonStruct" line-height="0">
              <fo:instream-foreign-object content-width="14mm" content-height="14mm" fox:alt-text="{@province}">
                <svg:svg viewBox="0 0 40 40" width="40" height="40">
                  <svg:path d="M20 3l5 12 12 5-12 5-5 12-5-12-12-5 12-5z" fill="none" stroke="{$lapis-deep}" stroke-width="1.5"/>
                  <svg:path d="M8 8h24v24H8z" fill="none" stroke="{$lapis-deep}" stroke-width="1.5"/>
                </svg:svg>
              </fo:instream-foreign-object>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell role="NonStruct" display-align="center" padding-bottom="4mm">
            <fo:block color="{$ink-2}" font-size="11pt" line-height="1.5"><xsl:value-of select="@province"/></fo:block>
            <fo:block color="{$lapis-deep}" font-size="14pt" font-weight="bold" line-height="1.5"><xsl:value-of select="@agency"/></fo:block>
          </fo:table-cell>
          <fo:table-cell role="NonStruct" display-align="center" padding-bottom="4mm">
            <xsl:if test="@number">
              <fo:block font-size="10pt" line-height="1.65"><fo:inline color="{$ink-2}">شماره: </fo:inline><fo:bidi-override unicode-bidi="embed" direction="ltr"><xsl:value-of select="@number"/></fo:bidi-override></fo:block>
            </xsl:if>
            <xsl:if test="@issued">
              <fo:block font-size="10pt" line-height="1.65"><fo:inline color="{$ink-2}">تاریخ صدور: </fo:inline><xsl:value-of select="@issued"/></fo:block>
            </xsl:if>
            <xsl:if test="@valid-until">
              <fo:block font-size="10pt" line-height="1.65"><fo:inline color="{$ink-2}">اعتبار تا: </fo:inline><xsl:value-of select="@valid-until"/></fo:block>
            </xsl:if>
            <fo:block/>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block border-bottom="1.5pt solid {$lapis-deep}" line-height="0" role="NonStruct"/>
  </xsl:template>

  <!-- The foot of a certificate: QR, code and how to check it. -->
  <xsl:template name="seal">
    <fo:block space-before="9mm" keep-together.within-page="always">
      <fo:table table-layout="fixed" width="100%" background-color="{$page}" role="NonStruct">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="41mm"/>
        <fo:table-body role="NonStruct">
          <fo:table-row role="NonStruct">
            <fo:table-cell role="NonStruct" padding="5mm" display-align="center">
              <fo:block font-weight="bold" color="{$lapis-deep}" line-height="1.5">درستی این سند را خودتان ببینید</fo:block>
              <fo:block font-size="10pt" line-height="1.65" space-before="1mm">
                <xsl:text>رمزینه را با دوربین بخوانید، یا کد راستی‌آزمایی را در این نشانی بنویسید:</xsl:text>
              </fo:block>
              <fo:block font-size="10pt" line-height="1.65">
                <fo:bidi-override unicode-bidi="embed" direction="ltr" color="{$lapis}"><xsl:value-of select="@verify-at"/></fo:bidi-override>
              </fo:block>
              <fo:block font-size="11.5pt" font-weight="bold" line-height="1.5" space-before="2mm">
                <fo:bidi-override unicode-bidi="embed" direction="ltr"><xsl:value-of select="@verify-code"/></fo:bidi-override>
              </fo:block>
              <fo:block font-size="9pt" line-height="1.65" color="{$ink-2}" space-before="2mm">این سند امضای الکترونیکی دارد و به مهر و امضای دستی نیاز ندارد. اگر حتی یک حرف آن عوض شود، راستی‌آزمایی آن را نشان می‌دهد.</fo:block>
            </fo:table-cell>
            <fo:table-cell role="NonStruct" padding="5mm" display-align="center">
              <xsl:call-template name="qr"/>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <!-- An application receipt: what was done and the code to keep, what happens next, what was paid. -->
  <xsl:template name="receipt">
    <fo:table table-layout="fixed" width="100%" background-color="{$lapis-deep}" color="#FFFFFF" space-before="7mm" space-after="3mm" role="NonStruct">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="47mm"/>
      <fo:table-body role="NonStruct">
        <fo:table-row role="NonStruct">
          <fo:table-cell role="NonStruct" padding="7mm" display-align="center">
            <fo:block role="H1" font-size="19pt" font-weight="bold" line-height="1.4"><xsl:value-of select="@title"/></fo:block>
            <fo:block font-size="11pt" line-height="1.65" space-before="1mm"><xsl:value-of select="@service"/></fo:block>
            <fo:block font-size="11pt" line-height="1.65"><xsl:value-of select="@moment"/></fo:block>
            <fo:block font-size="10pt" line-height="1.65" space-before="4mm">کد رهگیری</fo:block>
            <fo:block font-size="23pt" font-weight="bold" line-height="1.3">
              <fo:bidi-override unicode-bidi="embed" direction="ltr"><xsl:value-of select="@tracking-code"/></fo:bidi-override>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell role="NonStruct" padding="7mm" display-align="center">
            <xsl:call-template name="qr"/>
            <fo:block font-size="9pt" line-height="1.6" text-align="center" space-before="1.5mm">پیگیری با دوربین</fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <xsl:if test="step">
      <fo:block role="H2" font-size="14pt" font-weight="bold" line-height="1.5" color="{$lapis-deep}" space-before="6mm" space-after="2mm">بعد چه می‌شود</fo:block>
      <fo:list-block provisional-distance-between-starts="9mm" provisional-label-separation="2mm"><xsl:apply-templates select="step"/></fo:list-block>
    </xsl:if>
    <fo:block role="H2" font-size="14pt" font-weight="bold" line-height="1.5" color="{$lapis-deep}" space-before="6mm" space-after="2mm">درخواست و پرداخت</fo:block>
    <fo:table table-layout="fixed" width="100%" border-top="0.75pt solid {$line}" line-height="1.6">
      <fo:table-column column-width="proportional-column-width(2)"/>
      <fo:table-column column-width="proportional-column-width(3)"/>
      <fo:table-body>
        <xsl:call-template name="fact"><xsl:with-param name="label">درخواست‌کننده</xsl:with-param><xsl:with-param name="value" select="@applicant"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="label">دستگاه</xsl:with-param><xsl:with-param name="value" select="@agency"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="payment">
            <xsl:call-template name="fact"><xsl:with-param name="label">مبلغ پرداخت‌شده</xsl:with-param><xsl:with-param name="value" select="payment/@amount"/></xsl:call-template>
            <xsl:call-template name="fact"><xsl:with-param name="label">شمارهٔ پیگیری پرداخت</xsl:with-param><xsl:with-param name="value" select="payment/@reference"/><xsl:with-param name="direction">ltr</xsl:with-param></xsl:call-template>
            <xsl:call-template name="fact"><xsl:with-param name="label">زمان پرداخت</xsl:with-param><xsl:with-param name="value" select="payment/@at"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="fact"><xsl:with-param name="label">هزینه</xsl:with-param><xsl:with-param name="value">این خدمت رایگان است.</xsl:with-param></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </fo:table-body>
    </fo:table>
    <fo:block font-size="9.5pt" line-height="1.65" color="{$ink-2}" space-before="5mm">این برگه رسید ثبت درخواست است و گواهی یا پروانه نیست. هر کس کد رهگیری را بداند مرحلهٔ پرونده را می‌بیند، نه اطلاعات شما را.</fo:block>
  </xsl:template>

  <xsl:template match="step">
    <fo:list-item space-after="2.5mm" keep-together.within-page="always">
      <fo:list-item-label end-indent="label-end()"><fo:block color="{$firouzeh}" font-weight="bold"><xsl:value-of select="translate(position(), '0123456789', '۰۱۲۳۴۵۶۷۸۹')"/>.</fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block font-weight="bold"><xsl:value-of select="@title"/></fo:block>
        <xsl:if test="@text != ''"><fo:block font-size="11pt" line-height="1.6"><xsl:value-of select="@text"/></fo:block></xsl:if>
        <xsl:if test="@by != ''"><fo:block font-size="10pt" line-height="1.6" color="{$ink-2}"><xsl:text>تا </xsl:text><xsl:value-of select="@by"/></fo:block></xsl:if>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="direction">rtl</xsl:param>
    <fo:table-row border-bottom="0.75pt solid {$line}">
      <fo:table-cell role="TH" padding="1.6mm 1mm" fox:scope="row"><fo:block font-weight="bold"><xsl:value-of select="$label"/></fo:block></fo:table-cell>
      <fo:table-cell padding="1.6mm 1mm"><fo:block><fo:bidi-override unicode-bidi="embed" direction="{$direction}"><xsl:value-of select="$value"/></fo:bidi-override></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="qr">
    <fo:block line-height="0" text-align="center">
      <fo:instream-foreign-object content-width="31mm" content-height="31mm" scaling="uniform" fox:alt-text="رمزینه: {/sheet/qr-code/@text}">
        <svg:svg viewBox="0 0 {/sheet/qr-code/@size} {/sheet/qr-code/@size}" width="{/sheet/qr-code/@size}" height="{/sheet/qr-code/@size}">
          <svg:rect width="{/sheet/qr-code/@size}" height="{/sheet/qr-code/@size}" fill="#FFFFFF"/>
          <svg:path d="{/sheet/qr-code/@path}" fill="{$ink}"/>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- The vocabulary of output templates. -->
  <xsl:template match="h1">
    <xsl:call-template name="title"><xsl:with-param name="words"><xsl:apply-templates/></xsl:with-param></xsl:call-template>
  </xsl:template>
  <!-- A template that has no h1 is headed by its title. -->
  <xsl:template name="title">
    <xsl:param name="words"><xsl:value-of select="@title"/></xsl:param>
    <fo:block role="H1" font-size="22pt" font-weight="bold" line-height="1.4" color="{$lapis-deep}" text-align="center"
        space-before="10mm" space-after="6mm" keep-with-next.within-page="always"><xsl:copy-of select="$words"/></fo:block>
  </xsl:template>
  <xsl:template match="h2">
    <fo:block role="H2" font-size="14pt" font-weight="bold" line-height="1.5" color="{$lapis-deep}"
        space-before="7mm" space-after="2mm" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="p">
    <fo:block space-after="3mm"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="strong">
    <fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="bdi">
    <fo:bidi-override unicode-bidi="embed" direction="rtl"><xsl:apply-templates/></fo:bidi-override>
  </xsl:template>
  <xsl:template match="bdi[@dir='ltr']">
    <fo:bidi-override unicode-bidi="embed" direction="ltr"><xsl:apply-templates/></fo:bidi-override>
  </xsl:template>
  <xsl:template match="ul | ol">
    <fo:list-block provisional-distance-between-starts="8mm" provisional-label-separation="2mm" space-after="3mm"><xsl:apply-templates/></fo:list-block>
  </xsl:template>
  <xsl:template match="li">
    <fo:list-item space-after="1mm">
      <fo:list-item-label end-indent="label-end()"><fo:block color="{$firouzeh}" font-weight="bold">
        <xsl:choose>
          <xsl:when test="parent::ol"><xsl:value-of select="translate(position(), '0123456789', '۰۱۲۳۴۵۶۷۸۹')"/>.</xsl:when>
          <xsl:otherwise>•</xsl:otherwise>
        </xsl:choose>
      </fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()"><fo:block><xsl:apply-templates/></fo:block></fo:list-item-body>
    </fo:list-item>
  </xsl:template>
  <xsl:template match="table">
    <fo:table table-layout="fixed" width="100%" border-top="0.75pt solid {$line}" space-before="3mm" space-after="5mm" line-height="1.6">
      <xsl:choose>
        <xsl:when test="count(tr[1]/*) = 2">
          <fo:table-column column-width="proportional-column-width(2)"/>
          <fo:table-column column-width="proportional-column-width(3)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="tr[1]/*">
            <!-- The first column of a list is its number. -->
            <xsl:choose>
              <xsl:when test="../../@list and position() = 1"><fo:table-column column-width="12mm"/></xsl:when>
              <xsl:otherwise><fo:table-column column-width="proportional-column-width(1)"/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="head" select="tr[1][not(td)][following-sibling::tr]"/>
      <xsl:if test="$head"><fo:table-header><xsl:apply-templates select="$head"/></fo:table-header></xsl:if>
      <fo:table-body><xsl:apply-templates select="tr[position() &gt; count($head)]"/></fo:table-body>
    </fo:table>
  </xsl:template>
  <xsl:template match="tr">
    <fo:table-row border-bottom="0.75pt solid {$line}" keep-together.within-page="always"><xsl:apply-templates/></fo:table-row>
  </xsl:template>
  <xsl:template match="th">
    <fo:table-cell role="TH" padding="1.6mm 1mm"><xsl:call-template name="scope"/><fo:block font-weight="bold"><xsl:apply-templates/></fo:block></fo:table-cell>
  </xsl:template>
  <xsl:template match="td">
    <fo:table-cell padding="1.6mm 1mm"><fo:block><xsl:apply-templates/></fo:block></fo:table-cell>
  </xsl:template>
  <xsl:template name="scope">
    <xsl:attribute name="fox:scope" namespace="http://xmlgraphics.apache.org/fop/extensions">
      <xsl:choose>
        <xsl:when test="following-sibling::td">row</xsl:when>
        <xsl:otherwise>column</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>
  <!-- Pages behind the seal: long lists, in smaller letters. -->
  <xsl:template match="annex">
    <fo:block break-before="page" font-size="9.5pt"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="qr"><xsl:call-template name="qr"/></xsl:template>
</xsl:stylesheet>
