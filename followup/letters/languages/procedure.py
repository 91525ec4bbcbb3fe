"""The words that any letter of the procedure is made of, whatever its matter: by their first letters."""

from __future__ import annotations

from collections.abc import Mapping

PROCEDURE: Mapping[str, str] = {
    "en": """
        able. about. above accept accompany account achieve across action address again against aid all also. always. among. answer any.
        anticipat appear appreciat appropriate arise article ask assess assist assum assur attach attention authorit avail await aware based become been. before behalf being below
        benefit best better between both. bring build built carry case challenge chamber circumstances civil clarif close collaborat come coming comment
        commit communicat competent complete concern conclu confiden consider constructive contain contact continu contribut
        convention convey conviction convinced cooperat co-operat could countr course cover cycle date deadline deal dear decid declar deliver demand desire detail develop
        dialogue diffic direct disseminat disposal document doubt draft draw during each. earl effect effort eight enabl encourag end engag enjoy ensur entire
        establish evaluat every examin excellency exchange expect experience expert express extend fact family feel final find first five follow form
        forthcoming forward four framework frank from. fruitful full. further future gap general give given good government grateful gratitude ground guid hand happy
        have. help high hold honour hope implement importan inclu indicat inform initia instrument intend interest international into. invit
        issue joint keep kind know known lack last. late. lay learn least letter level light like. line list live look made mail major make mandate many material matter meantime measure
        meet member mention migrant mindful mission moment month more. most. move name national natural necessary need new next note nothing notice number observ occasion offer office
        once only. open. opportunit optional order organiz other outcome outlin outstanding overdue own page part particular partner
        pass patience pave people perform period permanent person pertinent place plan please pleas point position possib practice prejudge
        preparat prepare present previous procedure proceed process progress promise prompt prospect protect provide provision public pursu put question raise rapporteur ratif reach read ready
        receive recent recogn recommend record reflect regard relat relevant reli rely remain remark remind reply report represent
        request requir resolv respect respon result resume return review right round same. satisf schedul second secretar seek send sent session set settle seven several shall share should show sincer
        site situation six society solidarity some. soon spirit stage stakeholder stand start state step still subject submi success such. suggest support sure take task
        technical term thank that. their. them. then. there. these they. third this. those. thought three through time together topic toward transm translat transparen treaty trust turn twelve
        under understand undertak united until update upon urge value various very. view visit want. website welcome well. were what. when. where. whether which. while. will.
        afresh ahead commissioner delegat describ gaps lies touch list party openness further findings parliament judge judic gap human rights since deepl steps role ways way
        asks belong. cordial courte deserv delight conversation dispos eager exemplary exercise facilitat faith fall. falls. glad hearten helpful
        left. leave. might. missing pick pleasure possibl reaffirm rejoic revisit salut seize steadfast tribute upcoming useful. utmost warm. warmly willing wish with. within without work would write written year your.
        """,
    "fr": """
        abord accept accompagn accompl accord accueil achev adress affaire afin agir aid aimer ainsi ait alor amen annee apport appel appliqu appreci appreciation apres appui appuy article
        assist assur attach atteindre attend attent attention au-dela aucun aussi autant autorit autre avan avec. avenir avis avoir bien. bilan bon cadre cas cela. celle celui cependant
        certain cesse ceux. chacun chaque charg cherche choix civil clair clarif clore cloture collabor comit comm communi compl compren compt concern concl concours confian confirm connaissance conscien consid constat constructi contact contenu contexte contin contrib conven convain coop
        correspond cour dans. date debat decid declar defi delai deleg delegation delib demand demarche demeur depuis dernie descript desir detail deux devoir devra devron dialog diffic diffus disponib disposi distingu dixieme document
        doit donn dont. doute droit durant echang echeanc ecoute effect effet effort elabor elle. ell elles elements encore encourag enfin engag enseign ensemble ensui entame entend entier entre entretien envisag envoi espe esprit etabli
        etablissement etape etat etre etud evaluat evolu examen examin excellen exprim exempl fait famil faire favor felicit ferme fera finale fois fond for formul fourni franc fructue fruit futur gage gener gouvernement grande grati grati grand groupe haut heureu honneur illustr implic import incit indiqu inform
        informations initia inscri insiste instan instrument intent intere international invit issue jour jug jusqu juin langu laquelle large larg lettre leur. lieu lien ligne list lors. lorsqu louable lui lumiere main maintien manier manqu march materi matiere meilleur membr
        memoire meme. mene mention mesur mett mieux migrants mise mission mois moment montr national natur necessaire neuf niveau nombreu note notamment notre nouv numero objet oblig observ obten occasion offr
        ordre organ orient outre ouvert ouvrir page paraitre parl part partenai partie parties parven particip particul pays perdre period perm permanente persist perspect pertinen peut peuvent place plan plein plupart plus point port portee posit possib pour. poursui
        pouvoir pratique precedent precisi precit prejug prendre prepar presen present preval preoccup pret preven prier princip procedur process prochain proced profit profond progres promouv promp propos proteg protect publi puisse quant quatre quelque question rapide rapp rapport rapporteu ratif realis recev recommand reconnai reconnu recour redac redi redire refl
        region regret rejou relat releve remarqu remerci remett rempli rencontr rend renou renseign renvoi renouvel repondre repons repren represent reprend reserv respect ressort rest resultat reten retour reunion reussi reven ronde saisir saisit salue saluer salu sans. savoir seance second secretar selon sembl sens septieme sera. serai
        seront session seul seule site situation societe soit. solidar sollicit soin soixante sont. souhait soulev soumett soumis soumission soutien souvenir stade succes suggere suite suiv sujet surcroit suscit syst tache tard tel temoign temps tenir tenu terme termin texte tien tient tirer titre toute. toutes. traduct trait transm transpar travail travailleurs traver traite tres. trois trouv
        vous votre. prie pourr rendr rendu saura mettr parti parle fera prevu droits humain rappel soient attache langue tirer etabli simpl
        aboutir aise cordial courtois deploy exemplaire exercice facilit fidel foi loyal manquan merite plaisir revien salu souci soutenu sachant suspens volontiers
        ulter unies unis utile utilis valeur valoir veill vers. verser vertu veuil vien vigil vise visit vive voeu voie voir volon votr vœu vœux vraiment
        """,
    "es": """
        abierto abord abrig acept acerca acced aclara acog acord actual actualiz actuaci acuse adem adelante adopt afirma agosto agot agrad ahora alcanz alent alguna algun aliento aliment alto amabl ambito ampli ante anterior antes anual anun aplica apoy aporta aprec
        aprovech aquell articulo asegur asimism asist aspect asunt atenc atend atenci atento atrib aunque autoridad avanc ayud bien. breve buena cabal cada camino campo capac caracter carta caso celebr centr cerr certeza ciclo cierre circunst civil clar clase colabor comentario comienz comite como complac complement complet compro
        comunic conced concern conclu concret conf confia confianz conforme conoc conocim consc consecu consider consign consolid constan constructiv consult cont contact conten contenid contin contribu convenc convencion convic cooper corresp cort cuadro cual cuando cuanto cuatro cuenta cuest
        cumpl curso datos debat debido deber decid decim declar dedic definitiv deja delegac demas demor demuestr dese desarroll descrip despid despues detall dia dialog dich dific difund difus dilig dirig dispon disposic distin divulg document
        donde duda durante efect ejempl elabor ella empeno encam encarg encomi encuentr enero enfrent entabl entend enter entidad entre entreg enviar envio esa esboz escrit escuch ese esenci esfuerz espac especial esper espirit esta. estado este. estim estudi etapa evalu evoluc exam excelen exhort exito expec exper experien expon
        expres extend exter facilit falta familia favor fecha felic final financ firm formul fortal foro franc frut fruct fruto fuent fuer funcion futur general gestion gobiern gracia grado grat gratitud gusto hace hacer hacia hasta herman hubier igual imparci import incluid inclu inclui indica indole
        inform inici inicial inspir instanci instit instrument intenci intent intercam interes internacion invit jorn junt labor lado larg lectur lleg llevar logr lugar luz magn maner mandat manifest manten margen mater maxim mayor mediant medid medida mejor menc mediante mensaj mes
        miembr miembro migra migratori minim mismo mision moment mucho mundo muestr nacion natural necesari necesid ningun nivel nombr nota noved nuestr nueva nuevo numer obje oblig observ obst obten ocasi ocup ofrec oficina oportun
        orden organ orient otra. otras. otro. para. parte particip particular parlament pasar pasos pendient perio periodic perman permanente permit persever person pertin pese plante plazo plena pleno poder podr poner por porqu posib posic posterior practic preced precis
        prejuzg preocup prepar present prest pretend previ previst primer princip proced procedim proces produc profund progres promet promov pront propici propon propos propi proseg proteg protec proxim public pueda puest punto quedar queda quier quisier ratific razon reafirm realiz recab
        recib recient recog recomend recon recono record recordar recurs redacc reflej refer refier region regul reiter relacion relat relator reman remit rend renov renuev representa respald respect respet respond respuest rest restant result retos retom reun reunion revis sabr saludo
        sati satisfac secretar seguim seguir segund segur seman senal sencill ser seria servir sesion seten siempr siglo siguien simil sincer sino. sirv sistem situac sobr sociedad solic solici solidar solo. soluc someter sostuv subray suger sugi superar supone sustent tabla tambien tareas tarea tecnic tema temas tener
        debido lista pondra sacar delegaci derecho desea esper cuart quint aguard queda pued podra pide ruega sido figur sabr duda sabran alien judicatur tiene delante provecho todo. estas porta
        amable cordial cortes disponi ejemplar ejercicio faltan leal lealtad merec placer quedan retomar sabiendo saludar sumo
        tenga terc termin text tiemp tiene tipo titul toda. todas. todo. todos. tomar trabajador trabajo trabaj tradu tramit transmit trans transcur transpar tras traslad trata tratad trav tres. unid unidas usted utiles util util valios valor vari. vece vencid ver vez. via vida vigent vinculad visit vista voluntad volver volv vuelv vuestr
        """,
}  # fmt: skip
"""A word is one of these if it is one of them, or begins with one; with a full stop only itself."""
