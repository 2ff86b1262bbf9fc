// The first page of a copy without a server: on to the front page in the reader's language, else in the first one.
(function (here, wanted) {
  for (var i = 0; i < wanted.length; i++) {
    var code = wanted[i].toLowerCase().split("-")[0];
    if (here.indexOf(code) > -1) { location.replace(code + "/"); return; }
  }
  location.replace(here[0] + "/");
})(document.currentScript.dataset.languages.split(" "), navigator.languages || [navigator.language || ""]);
